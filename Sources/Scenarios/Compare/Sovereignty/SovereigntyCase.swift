import LaserMesh
import Routing

/// One predicate of a set of countries, or all of the set together.
struct SovereigntyCase: Sendable {
    /// Name of the set.
    let set: String

    /// The key of the predicate; `all` for all of the set.
    let predicate: String

    /// The comparison's scenario with the closures of the predicate beside its own.
    let experiment: Experiment

    /// Sets of stations of each of which a route must pass one.
    let stops: [RouteStops]

    /// Stations that are barred, by their places.
    let barredStations: Set<Int>

    /// The cases of a set of countries: each of its predicates, and where there are several, all.
    ///
    /// - Throws: What ``Jurisdiction`` throws.
    static func cases(
        of keys: JurisdictionKeys, in experiment: Experiment, _ files: inout InputFiles
    ) throws -> [SovereigntyCase] {
        var parts: [(predicate: String, keys: JurisdictionKeys)] = []
        func only(_ predicate: String, _ fill: (inout JurisdictionKeys) -> Void) {
            var part = JurisdictionKeys()
            part.bordersFile = keys.bordersFile
            part.place = keys.place
            fill(&part)
            if !part.isEmpty { parts.append((predicate, part)) }
        }
        only("no_ground_in") { $0.noGroundIn = keys.noGroundIn }
        only("not_over") { $0.notOver = keys.notOver }
        only("must_land_in") { $0.mustLandIn = keys.mustLandIn }
        only("must_compute_in") {
            $0.mustComputeIn = keys.mustComputeIn
            $0.computeAt = keys.computeAt
        }
        var cases: [SovereigntyCase] = []
        for (predicate, part) in parts {
            let jurisdiction = try Jurisdiction(part, of: experiment, &files)
            cases.append(
                SovereigntyCase(
                    set: keys.name, predicate: predicate, in: experiment,
                    closures: jurisdiction.closures, stops: jurisdiction.stops,
                    barredStations: Set(jurisdiction.barredStations)))
        }
        guard cases.count > 1 else { return cases }
        var closures = OutageSchedule()
        for one in cases { closures.formUnion(one.experiment.builder.closures) }
        cases.append(
            SovereigntyCase(
                set: keys.name, predicate: "all", in: experiment, closures: closures,
                stops: cases.flatMap(\.stops),
                barredStations: cases.reduce(into: []) { $0.formUnion($1.barredStations) }))
        return cases
    }

    /// The case in which nothing is asked for.
    static func free(in experiment: Experiment) -> SovereigntyCase {
        SovereigntyCase(
            set: "", predicate: "", in: experiment, closures: OutageSchedule(), stops: [],
            barredStations: [])
    }

    private init(
        set: String, predicate: String, in experiment: Experiment, closures: OutageSchedule,
        stops: [RouteStops], barredStations: Set<Int>
    ) {
        self.set = set
        self.predicate = predicate
        self.stops = stops
        self.barredStations = barredStations
        var builder = experiment.builder
        builder.closures.formUnion(closures)
        self.experiment = experiment.replacing(
            builder: builder, routing: experiment.scenario.routing)
    }

    /// Round-trip times of the compared pairs from the costs between all stations at an instant [ms]; NaN
    /// where there is no route.
    ///
    /// - Parameters:
    ///   - pairs: The pairs, by the places of their ends.
    ///   - oneWayMs: Latency from station to station, row by row [ms]; infinite where there is none.
    ///   - count: How many stations there are.
    func rttMs(
        of pairs: [(source: Int, destination: Int)], oneWayMs: [Double], count: Int
    ) -> [Double] {
        let satellites = experiment.constellation.count
        let sets = stops.map { $0.nodes.map { $0.index - satellites } }
        return pairs.map { pair in
            let best = Self.least(
                from: pair.source, to: pair.destination, by: sets[...], oneWayMs, count)
            return best < .infinity ? 2 * best : .nan
        }
    }

    /// The least latency that passes a station of each set, in any order [ms].
    private static func least(
        from source: Int, to destination: Int, by sets: ArraySlice<[Int]>, _ oneWayMs: [Double],
        _ count: Int
    ) -> Double {
        if sets.isEmpty {
            return source == destination ? 0 : oneWayMs[source * count + destination]
        }
        var best = Double.infinity
        for place in sets.indices {
            let others = sets[..<place] + sets[(place + 1)...]
            for stop in sets[place] {
                let leg = stop == source ? 0 : oneWayMs[source * count + stop]
                guard leg < best else { continue }
                best = min(
                    best, leg + least(from: stop, to: destination, by: others, oneWayMs, count))
            }
        }
        return best
    }
}
