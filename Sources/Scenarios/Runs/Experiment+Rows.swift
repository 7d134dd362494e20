import Results
import Routing

extension Experiment {
    /// Begins a row with the time, if it has one, the pair, and the rank, if there are ranks.
    func begin(
        _ rows: inout RowBuffer, _ pair: NodePair, rank: Int?, at seconds: Double? = nil
    ) {
        if let seconds { rows.append(seconds) }
        rows.append(name(of: pair.source))
        rows.append(name(of: pair.destination))
        if let rank { rows.append(rank) }
    }
}
