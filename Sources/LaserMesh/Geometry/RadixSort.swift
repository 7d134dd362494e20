/// Sorting by whole-number keys, digit by digit.
///
/// - Note: H. H. Seward, "Information sorting in the application of electronic digital computers to
///   business operations", MIT (1954); least significant digit first.
enum RadixSort {
    private static let digitBits = 11
    private static let buckets = 1 << digitBits

    /// Sorts elements by a key; those of equal keys keep their order.
    ///
    /// - Parameters:
    ///   - elements: What to sort.
    ///   - spare: Memory of the same kind, reused from call to call; its contents are lost.
    ///   - key: The key of an element.
    /// - Complexity: O(n) for each 11 bits in which the keys differ.
    @inline(__always)
    static func sort<Element>(
        _ elements: inout [Element], spare: inout [Element], by key: (Element) -> UInt64
    ) {
        guard let first = elements.first else { return }
        var differing: UInt64 = 0
        let firstKey = key(first)
        for element in elements { differing |= key(element) ^ firstKey }
        if spare.count < elements.count { spare = elements }
        var shift = 0
        while shift < 64, differing >> UInt64(shift) != 0 {
            defer { shift += digitBits }
            let mask = UInt64(buckets - 1)
            guard differing >> UInt64(shift) & mask != 0 else { continue }
            var begin = [Int](repeating: 0, count: buckets + 1)
            for element in elements { begin[Int(key(element) >> UInt64(shift) & mask) + 1] += 1 }
            for bucket in 0..<buckets { begin[bucket + 1] += begin[bucket] }
            for element in elements {
                let bucket = Int(key(element) >> UInt64(shift) & mask)
                spare[begin[bucket]] = element
                begin[bucket] += 1
            }
            let count = elements.count
            swap(&elements, &spare)
            if elements.count > count { elements.removeLast(elements.count - count) }
        }
    }
}
