extension Array {
    /// Drops entries at the end, or appends a value, until there are so many; the memory is kept.
    @inlinable
    package mutating func resize(to count: Int, _ value: Element) {
        if self.count > count { removeLast(self.count - count) }
        append(contentsOf: repeatElement(value, count: count - self.count))
    }
}
