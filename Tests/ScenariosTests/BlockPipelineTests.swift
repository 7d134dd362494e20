import Synchronization
import Testing

@testable import Scenarios

@Suite struct BlockPipelineTests {
    private struct Failure: Error, Equatable {
        let block: Int
    }

    /// Memory that a thread has for itself: it says so if two use it at a time.
    private final class Memory {
        var isInUse = false
        var uses = 0
    }

    @Test(arguments: [1, 2, 5])
    func `results come in order, whichever is ready first`(threads: Int) async throws {
        let memories = Mutex(0)
        let begun = Mutex(0)
        var taken: [Int] = []
        try await BlockPipeline(threads: threads, blockSize: 3).run(count: 100) {
            memories.withLock { $0 += 1 }
            return Memory()
        } work: { (memory: Memory, indices) in
            #expect(!memory.isInUse)
            memory.isInUse = true
            begun.withLock { $0 += 1 }
            var sum = 0
            for step in 0..<(indices.lowerBound % 7) * 2_000 { sum &+= step }
            memory.uses += 1
            memory.isInUse = false
            return sum >= 0 ? indices.lowerBound : -1
        } take: { first, indices in
            #expect(first == indices.lowerBound && indices.count == min(3, 100 - first))
            taken.append(first)
            #expect(begun.withLock { $0 } - taken.count < 2 * threads + 1)
        }
        #expect(taken == Array(stride(from: 0, to: 100, by: 3)))
        #expect((1...threads).contains(memories.withLock { $0 }))
    }

    @Test func `nothing to do is nothing done`() async throws {
        try await BlockPipeline(threads: 2, blockSize: 8).run(count: 0) { _ in
            0
        } take: { _, _ in
            Issue.record("there is no block")
        }
    }

    @Test func `a block that fails stops the rest`() async {
        let begun = Mutex(0)
        await #expect(throws: Failure(block: 5)) {
            try await BlockPipeline(threads: 2, blockSize: 1).run(count: 1_000) { indices in
                begun.withLock { $0 += 1 }
                if indices.lowerBound == 5 { throw Failure(block: 5) }
                return indices.lowerBound
            } take: { _, _ in
            }
        }
        #expect(begun.withLock { $0 } < 1_000)
    }

    @Test func `a result that cannot be taken stops the rest`() async {
        let begun = Mutex(0)
        await #expect(throws: Failure(block: 3)) {
            try await BlockPipeline(threads: 2, blockSize: 1).run(count: 1_000) { indices in
                begun.withLock { $0 += 1 }
                return indices.lowerBound
            } take: { block, _ in
                if block == 3 { throw Failure(block: 3) }
            }
        }
        #expect(begun.withLock { $0 } <= 8)
    }
}
