/// Work on consecutive blocks of indices on several threads, with results taken in order.
///
/// No more blocks are under way, or waiting for an earlier one, than twice the threads, so that memory
/// is bounded by the block and not by the whole; with one thread a block is taken before the next one
/// begins, so that one core is all that is used. What is taken, and in which order, does not depend
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
    /// - Throws: The error of a block that fails, or of `take`; the rest is not begun.
    func run<Output: Sendable>(
        count: Int, work: @escaping @Sendable (Range<Int>) throws -> Output,
        take: (Output, Range<Int>) throws -> Void
    ) async throws {
        try await run(count: count) {
        } work: { (_: Void, indices) in
            try work(indices)
        } take: {
            try take($0, $1)
        }
    }

    /// Runs `work` on every block of `0 ..< count`, with working memory of each thread's own, and
    /// hands each result to `take`, in order.
    ///
    /// - Parameters:
    ///   - count: The number of indices.
    ///   - makeMemory: Makes the working memory of a thread.
    ///   - work: Makes the result of a block in that memory; called on any thread.
    ///   - take: Takes the results in the order of their blocks, one at a time.
    /// - Throws: The error of a block that fails, or of `take`; the rest is not begun.
    func run<Memory, Output: Sendable>(
        count: Int, _ makeMemory: @escaping @Sendable () -> Memory,
        work: @escaping @Sendable (Memory, Range<Int>) throws -> Output,
        take: (Output, Range<Int>) throws -> Void
    ) async throws {
        let blocks = (count + blockSize - 1) / blockSize
        let blockSize = blockSize
        @Sendable func range(_ block: Int) -> Range<Int> {
            block * blockSize..<min(count, (block + 1) * blockSize)
        }
        guard threads > 1 else {
            let memory = makeMemory()
            for indices in (0..<blocks).map(range) {
                try Task.checkCancellation()
                try take(try work(memory, indices), indices)
            }
            return
        }
        let turns = BlockTurns(blocks: blocks, ahead: 2 * threads)
        let (results, inbox) = AsyncThrowingStream<(Int, Output), any Error>.makeStream()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<min(threads, blocks) {
                group.addTask {
                    let memory = makeMemory()
                    do {
                        while let block = await turns.begin() {
                            inbox.yield((block, try work(memory, range(block))))
                        }
                    } catch {
                        inbox.finish(throwing: error)
                    }
                }
            }
            do {
                var taken = 0
                var waiting: [Int: Output] = [:]
                var arrivals = results.makeAsyncIterator()
                while taken < blocks {
                    // The stream ends early where this task is cancelled.
                    guard let (block, output) = try await arrivals.next() else {
                        throw CancellationError()
                    }
                    waiting[block] = output
                    while let output = waiting.removeValue(forKey: taken) {
                        try take(output, range(taken))
                        taken += 1
                        await turns.take()
                    }
                }
            } catch {
                await turns.close()
                throw error
            }
        }
    }
}
