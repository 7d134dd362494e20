/// Memory for kernels that outlives a call and is never freed before, aligned to a cache line.
///
/// Swift aligns vectors to 16 bytes only: a vector of 64 that straddles two cache lines takes twice as
/// long to read.
final class LaneMemory<Element: BitwiseCopyable> {
    private(set) var pointer: UnsafeMutablePointer<Element>
    private(set) var capacity: Int

    init() {
        capacity = 1
        pointer = Self.allocate(1)
    }

    deinit { UnsafeMutableRawPointer(pointer).deallocate() }

    /// Makes room for a number of elements; what was there is lost when it must grow.
    ///
    /// - Returns: Whether it grew.
    @discardableResult
    func reserve(_ count: Int) -> Bool {
        guard count > capacity else { return false }
        UnsafeMutableRawPointer(pointer).deallocate()
        capacity = count + count / 8
        pointer = Self.allocate(capacity)
        return true
    }

    private static func allocate(_ count: Int) -> UnsafeMutablePointer<Element> {
        UnsafeMutableRawPointer.allocate(
            byteCount: count * MemoryLayout<Element>.stride, alignment: 64
        ).bindMemory(to: Element.self, capacity: count)
    }
}
