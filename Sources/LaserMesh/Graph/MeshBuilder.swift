import Orbits

/// Makes meshes: a topology, the rules for links, and the ground stations, for any instant.
///
/// A builder is immutable and shared by all threads.
public struct MeshBuilder: Sendable {
    /// Which lasers the satellites try to keep.
    public let topology: any Topology

    /// When a laser may be.
    public let laserRules: LaserRules

    /// When a radio link may be.
    public let groundRules: GroundRules

    /// The ground stations with their horizons, in the order of their nodes.
    public let observers: [Observer]

    /// Creates a builder.
    ///
    /// - Parameters:
    ///   - topology: Which lasers the satellites try to keep.
    ///   - laserRules: When a laser may be.
    ///   - groundRules: When a radio link may be.
    ///   - stations: Ground stations, whose nodes follow those of the satellites.
    ///   - ellipsoid: The Earth on which the stations stand.
    public init(
        topology: any Topology, laserRules: LaserRules = LaserRules(),
        groundRules: GroundRules = .standard, stations: [GroundStation] = [],
        on ellipsoid: Ellipsoid = .wgs84
    ) {
        self.topology = topology
        self.laserRules = laserRules
        self.groundRules = groundRules
        observers = stations.map { Observer(at: $0.place, on: ellipsoid) }
    }

    init(
        topology: any Topology, laserRules: LaserRules, groundRules: GroundRules,
        observers: [Observer]
    ) {
        self.topology = topology
        self.laserRules = laserRules
        self.groundRules = groundRules
        self.observers = observers
    }

    /// The mesh of satellites at these positions.
    ///
    /// - Parameters:
    ///   - satellites: Earth-fixed positions [km]; a satellite with NaN has no links.
    ///   - seconds: The instant, since the scenario's epoch [s].
    ///   - stations: The stations that get links, ascending; `nil` for all. The others are nodes
    ///     without links, which changes no route that neither ends at them nor may relay there.
    /// - Complexity: O(stations · satellites + links), and what the topology takes.
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
            guard laserRules.allow(lengthKm: length, from: satellites[a], to: satellites[b])
            else { continue }
            links.append(
                Link(
                    NodeID(rawValue: laser.a), NodeID(rawValue: laser.b), kind: .laser,
                    lengthKm: length))
        }
        appendRadioLinks(
            from: stations ?? Array(observers.indices), to: satellites, links: &links)
        var positions = satellites
        for observer in observers {
            positions.append(observer.position.km)
        }
        return Mesh(
            satelliteCount: satellites.count, nodeCount: satellites.count + observers.count,
            sortedLinks: links, positions: positions)
    }

    /// Appends the links from each station to the satellites that it sees.
    ///
    /// Sorted by station first, which is what the rows of a mesh need: a satellite's stations and a
    /// station's satellites come in ascending order.
    private func appendRadioLinks(
        from stations: [Int], to satellites: PositionPlanes, links: inout [Link]
    ) {
        let leastSine = groundRules.leastSine
        let greatestKm = groundRules.maxSlantRangeKm
        let needsHorizon = leastSine >= 0
        for station in stations {
            let observer = observers[station]
            let node = NodeID(satellites.count + station)
            let up = observer.up
            let position = observer.position.km
            let horizonKm = (up * position).sum()
            for satellite in 0..<satellites.count {
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
                guard height >= leastSine * range, range <= greatestKm else { continue }
                links.append(
                    Link(
                        NodeID(satellite), node, kind: .radio,
                        lengthKm: LengthGrid.nearest(km: range)))
            }
        }
    }
}
