/// The routes of one pair over time in a globe scene.
public struct GlobeSeries: Sendable, Hashable {
    /// Name of the source.
    public var source: String

    /// Name of the destination.
    public var destination: String

    /// Which of the pair's routes this is, from 1; `nil` where there is only the best one.
    public var rank: Int?

    /// Round-trip time over fibre [ms]; `nil` where there is none to compare with.
    public var fibreRTTMs: Double?

    /// Instants, since the epoch [s], ascending.
    public var timesS: [Double] = []

    /// Round-trip times [ms]; NaN where there is no route.
    public var rttMs: [Double] = []

    /// The places of the routes; `nil` where there is none.
    public var routes: [Int?] = []

    /// Creates the series of a pair, of no instant yet.
    public init(source: String, destination: String, rank: Int? = nil, fibreRTTMs: Double? = nil) {
        self.source = source
        self.destination = destination
        self.rank = rank
        self.fibreRTTMs = fibreRTTMs
    }

    /// The two names, and the rank where there are some.
    public var title: String { source + " – " + destination + (rank.map { ", \($0)" } ?? "") }
}
