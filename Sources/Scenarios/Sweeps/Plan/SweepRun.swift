/// One run of a sweep.
public struct SweepRun: Sendable, Hashable {
    /// Its number, from 0, in the order of the axes, the last one fastest; replicate after replicate.
    public let number: Int

    /// Its replicate, from 0.
    public let replicate: Int

    /// SHA-256 of what its results depend on: scenario, input files, program and kept tables.
    public let hash: String

    /// For each axis which of its values.
    let choice: [Int]

    /// The shard's turn: the number of the first run with the same hash, which has the same results.
    let turn: Int
}
