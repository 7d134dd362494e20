/// Hands out the blocks of a ``BlockPipeline`` in order, and lets nobody run too far ahead of those
/// that are taken.
actor BlockTurns {
    private let blocks: Int
    private let ahead: Int
    private var begun = 0
    private var taken = 0
    private var isClosed = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// Creates turns for so many blocks, of which no more may be begun and not yet taken than `ahead`.
    init(blocks: Int, ahead: Int) {
        self.blocks = blocks
        self.ahead = ahead
    }

    /// The next block to work on, as soon as it may begin; `nil` when there is none left.
    func begin() async -> Int? {
        while !isClosed, begun < blocks, begun - taken >= ahead {
            await withCheckedContinuation { waiting.append($0) }
        }
        guard !isClosed, begun < blocks else { return nil }
        defer { begun += 1 }
        return begun
    }

    /// Notes that a block has been taken.
    func take() {
        taken += 1
        wake()
    }

    /// Hands out no further block.
    func close() {
        isClosed = true
        wake()
    }

    private func wake() {
        for one in waiting { one.resume() }
        waiting.removeAll()
    }
}
