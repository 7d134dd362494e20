import Orbits

/// What a globe page or a CZML document shows: nodes that move, links that come and go, routes.
///
/// Places and links are those of a few instants, the frames; who draws them interpolates the places
/// in between and takes the links of the last frame. Routes have instants of their own.
public struct GlobeScene: Sendable {
    /// Name of the scenario.
    public var name: String

    /// What made the results, such as `helio-route 0.1.0`.
    public var origin: String

    /// The epoch from which seconds count.
    public var epoch: Instant

    /// The frames, since the epoch [s], ascending and evenly apart; at least one.
    public var timesS: [Double]

    /// Names of the nodes, satellites first.
    public var nodes: [String]

    /// How many of the nodes are satellites.
    public var satelliteCount: Int

    /// Earth-fixed places of the nodes [km], frame by frame; NaN where a satellite has none.
    public var positions: [PositionPlanes]

    /// Unit vectors towards the Sun in the axes of the turning Earth, frame by frame.
    public var sun: [SIMD3<Double>]

    /// The links that are up, or broken, at any frame.
    public var links: [GlobeLink] = []

    /// When they are.
    public var spells: [GlobeSpell] = []

    /// Why links are down, each once; spells name them by place.
    public var reasons: [String] = []

    /// The routes of pairs.
    public var series: [GlobeSeries] = []

    /// The nodes of each route; series name routes by place.
    public var routes: [[Int]] = []

    /// The outlines of land: rings of longitude and latitude [deg]; empty where they are not known.
    public var land: [[SIMD2<Double>]] = []

    /// Creates a scene of nodes.
    public init(
        name: String, origin: String, epoch: Instant, timesS: [Double], nodes: [String],
        satelliteCount: Int, positions: [PositionPlanes], sun: [SIMD3<Double>]
    ) {
        precondition(!timesS.isEmpty && timesS.count == positions.count)
        precondition(timesS.count == sun.count && satelliteCount <= nodes.count)
        precondition(positions.allSatisfy { $0.count == nodes.count })
        self.name = name
        self.origin = origin
        self.epoch = epoch
        self.timesS = timesS
        self.nodes = nodes
        self.satelliteCount = satelliteCount
        self.positions = positions
        self.sun = sun
    }

    /// Time between frames [s]; 0 for a single one.
    public var stepS: Double {
        timesS.count > 1 ? (timesS[timesS.count - 1] - timesS[0]) / Double(timesS.count - 1) : 0
    }
}
