/// Memory for kernels that outlives a call, aligned as its elements and never freed before.
final class LaneMemory<Element: BitwiseCopyable> {
    private(set) var pointer: UnsafeMutablePointer<Element>
    private(set) var capacity: Int

    init() {
        capacity = 1
        pointer = .allocate(capacity: 1)
    }

    deinit { pointer.deallocate() }

    /// Makes room for a number of elements; what was there is lost when it must grow.
    ///
    /// - Returns: Whether it grew.
    @discardableResult
    func reserve(_ count: Int) -> Bool {
        guard count > capacity else { return false }
        pointer.deallocate()
        capacity = count + count / 8
        pointer = .allocate(capacity: capacity)
        return true
    }
}
