/// Work on consecutive blocks of indices on several threads, with results taken in order.
///
/// No more blocks are under way, or waiting for an earlier one, than twice the threads, so that memory
/// is bounded by the block and not by the whole. What is taken, and in which order, does not depend
/// on the number of threads.
struct BlockPipeline: Sendable {
    /// Blocks that may be worked on at the same time.
    let threads: Int

    /// Indices in a block.
    let blockSize: Int

    /// Runs `work` on every block of `0 ..< count` and hands each result to `take`, in order.
    ///
    /// - Parameters:
    ///   - count: The number of indices.
    ///   - work: Makes the result of a block; called on any thread.
    ///   - take: Takes the results in the order of their blocks, one at a time.
    /// - Throws: The error of the first block that fails, or of `take`; the rest is not begun.
    func run<Output: Sendable>(
        count: Int, work: @escaping @Sendable (Range<Int>) throws -> Output,
        take: (Output, Range<Int>) throws -> Void
    ) async throws {
        let blocks = (count + blockSize - 1) / blockSize
        func range(_ block: Int) -> Range<Int> {
            block * blockSize..<min(count, (block + 1) * blockSize)
        }
        try await withThrowingTaskGroup(of: (Int, Output).self) { group in
            var started = 0
            var running = 0
            var taken = 0
            var waiting: [Int: Output] = [:]
            while taken < blocks {
                while started < blocks, running < threads, started - taken < 2 * threads {
                    let block = started
                    let indices = range(block)
                    group.addTask { (block, try work(indices)) }
                    started += 1
                    running += 1
                }
                guard let (block, output) = try await group.next() else { break }
                running -= 1
                waiting[block] = output
                while let output = waiting.removeValue(forKey: taken) {
                    try take(output, range(taken))
                    taken += 1
                }
            }
        }
    }
}
