import Synchronization

/// Rows whose results are written, for the next blocks to fill: fresh memory costs more than what is
/// put into it.
final class SpareRows: Sendable {
    private let rows = Mutex<[ForwardingRows]>([])
    private let nodes: Int
    private let hasLatency: Bool

    /// Creates a store without rows.
    init(nodes: Int, hasLatency: Bool) {
        self.nodes = nodes
        self.hasLatency = hasLatency
    }

    /// Rows to fill, with whatever they held.
    func take() -> ForwardingRows {
        rows.withLock { $0.popLast() } ?? ForwardingRows(nodes: nodes, hasLatency: hasLatency)
    }

    /// Gives rows back.
    func put(_ rows: ForwardingRows) {
        self.rows.withLock { $0.append(rows) }
    }
}
