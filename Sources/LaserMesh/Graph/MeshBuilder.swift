import Orbits

/// Makes meshes: a topology, the rules for links, and the ground stations, for any instant.
///
/// A builder is immutable and shared by all threads.
public struct MeshBuilder: Sendable {
    /// Which lasers the satellites try to keep.
    public private(set) var topology: any Topology

    /// When a laser may be.
    public private(set) var laserRules: LaserRules

    /// When a radio link may be.
    public private(set) var groundRules: GroundRules

    /// Radio links of given lengths, in place of those that the rules for them allow; `nil` where these
    /// decide.
    public let groundLinks: GroundLinkList?

    /// The ground stations with their horizons, in the order of their nodes; of one that moves, where
    /// it starts.
    public let observers: [Observer]

    /// How stations move; `nil` for one that stays.
    let tracks: [StationTrack?]

    /// The Earth on which the stations stand.
    let ellipsoid: Ellipsoid

    /// Which satellites the stations chose when, where that depends on what they used before; `nil`
    /// where each instant stands for itself.
    public var groundPlan: GroundPlan?

    /// When nodes and links are out of order.
    public var outages = OutageSchedule()

    /// When nodes are where packets may not be, by a rule of ``LinkRule/jurisdiction``.
    public var closures = OutageSchedule()

    /// From how many stations on satellites are sorted by place first; for fewer it is quicker to look
    /// at all of them.
    var leastStationsToCull = 8

    /// Creates a builder.
    ///
    /// - Parameters:
    ///   - topology: Which lasers the satellites try to keep.
    ///   - laserRules: When a laser may be.
    ///   - groundRules: When a radio link may be.
    ///   - groundLinks: Radio links of given lengths; where there are some, the rules do not matter.
    ///   - stations: Ground stations, whose nodes follow those of the satellites.
    ///   - ellipsoid: The Earth on which the stations stand.
    public init(
        topology: any Topology, laserRules: LaserRules = LaserRules(),
        groundRules: GroundRules = .standard, groundLinks: GroundLinkList? = nil,
        stations: [GroundStation] = [], on ellipsoid: Ellipsoid = .wgs84
    ) {
        precondition(groundLinks.map { $0.stationCount == stations.count } ?? true)
        self.topology = topology
        self.laserRules = laserRules
        self.groundRules = groundRules
        self.groundLinks = groundLinks
        self.ellipsoid = ellipsoid
        tracks = stations.map(\.track)
        observers = stations.map { Observer(at: $0.place, on: ellipsoid, mask: $0.mask) }
    }

    /// The builder of other links between the same nodes.
    ///
    /// - Parameters:
    ///   - topology: Which lasers the satellites try to keep.
    ///   - laserRules: When a laser may be; `nil` for the rules of this builder.
    ///   - groundRules: When a radio link may be; `nil` for the rules of this builder.
    public func replacing(
        topology: any Topology, laserRules: LaserRules? = nil, groundRules: GroundRules? = nil
    ) -> MeshBuilder {
        var builder = self
        builder.topology = topology
        builder.laserRules = laserRules ?? builder.laserRules
        builder.groundRules = groundRules ?? builder.groundRules
        return builder
    }

    /// A station with its horizon at an instant.
    ///
    /// - Parameters:
    ///   - station: Its place among the stations.
    ///   - seconds: The instant, since the scenario's epoch [s].
    public func observer(_ station: Int, atSeconds seconds: Double) -> Observer {
        guard let track = tracks[station] else { return observers[station] }
        return Observer(
            at: track.place(atSeconds: seconds), on: ellipsoid, mask: observers[station].mask)
    }

    /// How a station moves; `nil` for one that stays.
    public func track(of station: Int) -> StationTrack? { tracks[station] }

    /// Whether radio links depend on nothing but elevation and range from stations that stay.
    var hasPlainGround: Bool {
        groundLinks == nil && groundRules.areElevationAndRangeOnly && groundPlan == nil
            && outages.isEmpty && closures.isEmpty
            && observers.allSatisfy { $0.mask == nil } && tracks.allSatisfy { $0 == nil }
    }

    /// Whether the link between two nodes is in order at an instant, and packets may be at both.
    @inline(__always)
    func isOpen(_ a: Int, _ b: Int, atSeconds seconds: Double) -> Bool {
        (outages.isEmpty || outages.isUp(a, b, atSeconds: seconds))
            && (closures.isEmpty || closures.isUp(a, b, atSeconds: seconds))
    }

    /// The mesh of satellites at these positions.
    ///
    /// - Parameters:
    ///   - satellites: Earth-fixed positions [km]; a satellite with NaN has no links.
    ///   - seconds: The instant, since the scenario's epoch [s].
    ///   - stations: The stations that get links, ascending; `nil` for all. The others are nodes
    ///     without links, which changes no route that neither ends at them nor may relay there.
    /// - Complexity: O(satellites + stations + links), of a few stations O(stations · satellites +
    ///   links), and what the topology takes.
    public func mesh(
        of satellites: PositionPlanes, atSeconds seconds: Double, linking stations: [Int]? = nil
    ) -> Mesh {
        var lasers: [LaserLink] = []
        topology.appendLinks(
            among: satellites, atSeconds: seconds, rules: laserRules, to: &lasers)
        var links: [Link] = []
        links.reserveCapacity(lasers.count + observers.count * 16)
        for laser in LinkList.sortedOnce(lasers) {
            let a = Int(laser.a)
            let b = Int(laser.b)
            let length = satellites.lengthKm(a, b)
            guard laserRules.allow(lengthKm: length, from: satellites[a], to: satellites[b]),
                isOpen(a, b, atSeconds: seconds)
            else { continue }
            links.append(
                Link(
                    NodeID(rawValue: laser.a), NodeID(rawValue: laser.b), kind: .laser,
                    lengthKm: length))
        }
        appendRadioLinks(from: stations, to: satellites, atSeconds: seconds, links: &links)
        var positions = satellites
        for station in observers.indices {
            positions.append(observer(station, atSeconds: seconds).position.km)
        }
        return Mesh(
            satelliteCount: satellites.count, nodeCount: satellites.count + observers.count,
            sortedLinks: links, positions: positions, hasMeasuredLengths: groundLinks == nil)
    }

    /// Appends the radio links of some stations, `nil` for all, by all rules.
    ///
    /// Sorted by station first, which is what the rows of a mesh need: a satellite's stations and a
    /// station's satellites come in ascending order.
    func appendRadioLinks(
        from stations: [Int]?, to satellites: PositionPlanes, atSeconds seconds: Double,
        links: inout [Link]
    ) {
        // What a satellite has to give is shared among all stations, those without links included.
        let sharing = groundPlan == nil && groundRules.stationsPerSatellite != nil
        let asked = stations ?? Array(observers.indices)
        var seen: [Link] = []
        appendVisible(
            from: sharing ? Array(observers.indices) : asked, to: satellites, atSeconds: seconds,
            links: &seen)
        if let groundPlan {
            let chosen = groundPlan.choices(atSeconds: seconds)
            seen.removeAll {
                !chosen.contains(
                    station: $0.b.index - satellites.count, satellite: $0.a.index)
            }
        } else if groundRules.choosesAmongLinks {
            let chooser = SatelliteChooser(groundRules)
            seen = chooser.choose(
                among: seen.map { chooser.candidate($0, self, satellites, atSeconds: seconds) }
            ).map(\.link)
            if sharing, stations != nil {
                let asked = Set(asked)
                seen.removeAll { !asked.contains($0.b.index - satellites.count) }
            }
        }
        links.append(contentsOf: seen)
    }

    /// Appends the links from each station to the satellites that it sees and may use.
    func appendVisible(
        from stations: [Int], to satellites: PositionPlanes, atSeconds seconds: Double,
        links: inout [Link]
    ) {
        if let groundLinks {
            for station in stations {
                let node = NodeID(satellites.count + station)
                for link in groundLinks.links(of: station)
                where satellites.x[link.satellite].isFinite
                    && isOpen(link.satellite, node.index, atSeconds: seconds)
                {
                    links.append(
                        Link(
                            NodeID(link.satellite), node, kind: .radio, lengthKm: link.lengthKm))
                }
            }
            return
        }
        let observers = stations.map { observer($0, atSeconds: seconds) }
        if stations.count < leastStationsToCull {
            for (station, observer) in zip(stations, observers) {
                appendVisible(
                    among: 0..<satellites.count, satellites, from: station, observer,
                    atSeconds: seconds, links: &links)
            }
            return
        }
        let block = PositionBlock([satellites], atSeconds: [seconds])
        var cells = SatelliteCells()
        cells.sort(block, for: observers, groundRules)
        var near: [Int] = []
        for (station, observer) in zip(stations, observers) {
            near.removeAll(keepingCapacity: true)
            cells.forEach(
                near: observer.position.km,
                reachKm: groundRules.reachKm(of: observer, radiusKm: cells.greatestRadiusKm)
            ) { near.append($0) }
            near.sort()
            appendVisible(
                among: near, satellites, from: station, observer, atSeconds: seconds,
                links: &links)
        }
    }

    /// Appends the links from a station to those of some satellites that it sees and may use.
    @inline(__always)
    private func appendVisible(
        among candidates: some Sequence<Int>, _ satellites: PositionPlanes, from station: Int,
        _ observer: Observer, atSeconds seconds: Double, links: inout [Link]
    ) {
        let leastSine = groundRules.leastSine
        let greatestKm = groundRules.maxSlantRangeKm
        let needsHorizon = leastSine >= 0
        let isPlain = observer.mask == nil && groundRules.geostationaryAvoidanceRad == nil
        let node = NodeID(satellites.count + station)
        let up = observer.up
        let position = observer.position.km
        let horizonKm = (up * position).sum()
        for satellite in candidates {
            let x = satellites.x[satellite]
            let y = satellites.y[satellite]
            let z = satellites.z[satellite]
            let height = (x * up.x + y * up.y + z * up.z) - horizonKm
            // Most satellites are below the horizon; one dot product settles those.
            if needsHorizon && !(height >= 0) { continue }
            let dx = x - position.x
            let dy = y - position.y
            let dz = z - position.z
            let range = (dx * dx + dy * dy + dz * dz).squareRoot()
            guard height >= leastSine * range, range <= greatestKm,
                isPlain || groundRules.permit(observer, satellites[satellite]),
                isOpen(satellite, node.index, atSeconds: seconds)
            else { continue }
            links.append(
                Link(
                    NodeID(satellite), node, kind: .radio, lengthKm: LengthGrid.nearest(km: range)))
        }
    }
}
