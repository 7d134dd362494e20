import Contacts
import LaserMesh
import Orbits
import Results
import Routing

/// What a run over routes says beyond its instants: intervals by their ends, lifetimes, policies.
enum OverTimeRun {
    /// The blocks of exact intervals of a scenario; none where they are sampled.
    static func blockCount(of experiment: Experiment) -> Int {
        guard experiment.scenario.overTime.intervals == .exact,
            let pairs = try? experiment.pairs(),
            let search = try? experiment.routeIntervals(of: pairs)
        else { return 0 }
        return search.blockCount
    }

    /// Finds what a scenario asks for and writes it.
    ///
    /// - Parameters:
    ///   - experiment: The scenario.
    ///   - pairs: Its pairs.
    ///   - rows: The rows of the run, with the numbers of its routes.
    ///   - tables: The run's tables.
    ///   - folder: Where more tables go.
    ///   - control: Threads and progress.
    static func run(
        _ experiment: Experiment, pairs: [NodePair], rows: inout RouteRows,
        into tables: RouteTables, _ folder: ResultFolder, _ control: RunControl
    ) async throws {
        if experiment.scenario.overTime.inFlight {
            try await FlightTable.write(experiment, pairs: pairs, into: folder, control)
        }
        if let parcel = experiment.scenario.overTime.parcel {
            try await ArrivalTable.write(
                parcel, of: experiment, pairs: pairs, into: folder, control)
        }
        guard experiment.scenario.overTime.intervals == .exact else { return }
        let search = try experiment.routeIntervals(of: pairs)
        var timelines = RouteTimelines(search)
        var intervals = [[RouteInterval]](repeating: [], count: pairs.count)
        var exact = rows
        let pipeline = BlockPipeline(threads: control.threads, blockSize: 1)
        try await pipeline.run(count: search.blockCount) {
            search.block($0.lowerBound)
        } take: {
            block, range in
            for (pair, interval) in timelines.take(block) {
                intervals[pair].append(interval)
                exact.add(interval, ofPair: pair)
            }
            try tables.append(exact)
            exact.removeAll()
            control.progress(range.count)
        }
        for (pair, interval) in timelines.finish() {
            intervals[pair].append(interval)
            exact.add(interval, ofPair: pair)
        }
        let reasons = try folder.table(
            "reasons.csv", columns: ["source", "destination", "reason"])
        var rowsOfReasons = RowBuffer()
        for (index, pair) in pairs.enumerated() {
            guard let reason = timelines.reason(ofPair: index) else { continue }
            experiment.begin(&rowsOfReasons, pair, rank: nil)
            rowsOfReasons.row(reason.text(name: experiment.name(of:)))
        }
        try reasons.append(rowsOfReasons)
        try await LifetimeTables.write(
            pairs.indices.map {
                RouteTimeline(
                    pair: pairs[$0], rules: search.rules, intervals: intervals[$0],
                    reason: timelines.reason(ofPair: $0))
            },
            of: experiment, rows: &exact, into: folder, control)
        try tables.append(exact)
        exact.removeAll()
        rows = exact
    }
}

extension Experiment {
    /// The mesh over time.
    var movingMesh: MovingMesh { MovingMesh(constellation, builder: builder, epoch: epoch) }

    /// The search for exact intervals over the window.
    ///
    /// - Throws: ``ScenarioError/wrongValue(place:found:expected:)`` where links cannot be followed through
    ///   time.
    func routeIntervals(of pairs: [NodePair]) throws(ScenarioError) -> RouteIntervals {
        try requireFollowing()
        return RouteIntervals(
            movingMesh, pairs: pairs, rules: scenario.routing,
            windowS: window.seconds(at: 0)..<window.endS)
    }
}

extension RouteRows {
    /// The number of a route over the mesh, whose nodes and places become rows where it is new.
    mutating func number(of nodes: [NodeID], ofPair pair: Int, at seconds: Double) -> Int {
        let (number, isNew) = numbers.number(of: nodes, pair: pair)
        if isNew {
            let mesh = experiment.movingMesh
            add(
                nodes, number, at: seconds,
                nodes.map {
                    RouteBlock.Waypoint(
                        node: $0,
                        position: ITRFPosition(km: mesh.positionKm(of: $0, atSeconds: seconds)))
                })
        }
        return number
    }

    /// Takes the rows of all intervals, found by their ends on this thread, where the scenario asks
    /// for such.
    mutating func takeExactIntervals(of search: RouteIntervals) {
        guard experiment.scenario.overTime.intervals == .exact else { return }
        var timelines = RouteTimelines(search)
        for block in 0..<search.blockCount {
            for (pair, interval) in timelines.take(search.block(block)) {
                add(interval, ofPair: pair)
            }
        }
        for (pair, interval) in timelines.finish() { add(interval, ofPair: pair) }
        waypoints.removeAll()
    }

    /// Takes the row of an interval that was found by its ends.
    mutating func add(_ interval: RouteInterval, ofPair pair: Int) {
        let rules = experiment.scenario.routing
        let number = interval.nodes.map {
            self.number(of: $0, ofPair: pair, at: interval.startS)
        }
        experiment.begin(&intervals, pairs[pair], rank: algorithm == nil ? nil : 1)
        intervals.row(
            interval.startS, interval.endS, number, interval.hops, interval.minRttMs(rules),
            interval.maxRttMs(rules), interval.end.rawValue)
    }
}
