import LaserMesh
import Orbits
import Routing

/// The mesh builder of a scenario, with everything that is planned for its window.
enum MeshSource {
    /// Makes the builder: topology and rules first, then what stands on them, in this order: the plan
    /// of the lasers, outages and closures, the choices of the ground stations.
    ///
    /// - Parameter demands: What nodes want to send, asked for where lasers are chosen by it.
    static func builder(
        _ scenario: Scenario, _ satellites: SatelliteSource, stations: [GroundStation],
        _ constellation: Constellation, demands: () -> [NodeDemand], _ files: inout InputFiles
    ) throws -> MeshParts {
        let gravity = scenario.constellation.gravity
        var laserRules = LaserRules(
            maxRangeKm: scenario.lasers.maxRangeKm,
            grazingAltitudeKm: scenario.lasers.grazingAltitudeKm,
            earth: scenario.ground.earth.ellipsoid)
        var notes: [String] = []
        let named = try TopologySource.topology(
            scenario.lasers, satellites: satellites, &files,
            placement: { Placement(constellation.elements, gravity: gravity) })
        let terminals = terminals(
            scenario.lasers, named, failsLinks: scenario.failures?.links != nil)
        laserRules.terminals = terminals
        if let terminals, terminals.fields.allSatisfy(\.isEmpty) {
            notes.append("no terminal can point anywhere, so that there are no lasers")
        }
        func timetable(_ decider: some LaserDeciding) -> LinkTimetable {
            LaserPlanSource.timetable(
                decider, scenario, constellation, stations: stations, epoch: satellites.epoch)
        }
        let topology: any Topology =
            switch (named, terminals) {
            case (let named?, nil): named
            case (let named?, let terminals?):
                timetable(
                    LaserPlanner(
                        topology: candidates(named, terminals, satellites.names),
                        rules: laserRules, terminals: terminals))
            case (nil, let terminals):
                timetable(
                    DynamicPlanner(
                        scenario.lasers.matching, rules: laserRules,
                        terminals: terminals ?? LaserTerminals(count: scenario.lasers.terminals),
                        demands: demands()))
            }
        let groundLinks = try scenario.ground.linksFile.map {
            try GroundLinkSource.links(
                $0, stations: stations, satelliteNames: satellites.names, &files)
        }
        var builder = MeshBuilder(
            topology: topology, laserRules: laserRules, groundRules: scenario.ground.rules,
            groundLinks: groundLinks, stations: stations, on: scenario.ground.earth.ellipsoid)
        builder.outages = try OutageSource.schedule(
            scenario, names: satellites.names + stations.map(\.name),
            satellites: constellation.count, links: links(of: topology), &files)
        var stops: [RouteStops] = []
        if !scenario.jurisdiction.isEmpty {
            let jurisdiction = try Jurisdiction(
                scenario.jurisdiction, scenario, stations: stations, constellation,
                epoch: satellites.epoch, &files)
            builder.closures = jurisdiction.closures
            stops = jurisdiction.stops
            notes += jurisdiction.notes
        }
        builder.groundPlan = GroundPlanSource.plan(
            builder, scenario, constellation, epoch: satellites.epoch)
        let blind = stations.filter { ($0.mask?.elevationRad.min() ?? 0) >= .pi / 2 }
        if let first = blind.first {
            notes.append(
                "the skyline hides the whole sky of "
                    + (blind.count == 1 ? first.name : "\(blind.count) stations")
                    + ", so that they see no satellite")
        }
        return MeshParts(builder: builder, stops: stops, notes: notes)
    }

    /// The terminals that a plan must settle; `nil` where the topology alone tells which lasers are.
    private static func terminals(
        _ keys: LaserKeys, _ topology: (any Topology)?, failsLinks: Bool
    ) -> LaserTerminals? {
        guard let topology else {
            return keys.planning.terminals ?? LaserTerminals(count: keys.terminals)
        }
        guard let terminals = keys.planning.terminals else {
            // Links that fail by chance must be known beforehand.
            let isKnown = topology is LinkList || topology is LinkTimetable
            return failsLinks && !isKnown ? LaserTerminals(count: keys.terminals) : nil
        }
        guard !terminals.areRestricted, terminals.slewRateRadPerS == .infinity,
            terminals.acquisitionS == 0
        else { return terminals }
        // Enough terminals that do all at once leave the topology as it is.
        if topology is Nearest { return nil }
        guard let list = topology as? LinkList else { return terminals }
        var degree: [Int32: Int] = [:]
        for link in list.links {
            degree[link.a, default: 0] += 1
            degree[link.b, default: 0] += 1
        }
        return degree.values.allSatisfy { $0 <= terminals.fields.count } ? nil : terminals
    }

    /// What the satellites would join if terminals were no matter: of the nearest ones more than there
    /// are terminals, since some of them are where none can point.
    private static func candidates(
        _ topology: any Topology, _ terminals: LaserTerminals, _ names: [String]
    ) -> any Topology {
        guard topology is Nearest, terminals.areRestricted else { return topology }
        return Nearest(terminals: 4 * terminals.fields.count, names: names)
    }

    private static func links(of topology: any Topology) -> [LaserLink] {
        if let list = topology as? LinkList { return list.links }
        return (topology as? LinkTimetable)?.links ?? []
    }
}
