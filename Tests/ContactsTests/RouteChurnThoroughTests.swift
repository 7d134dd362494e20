import Contacts
import LaserMesh
import Orbits
import Routing
import TestSupport
import Testing

/// The change of routes over the first shell of Starlink between the 100 largest cities, with a true
/// mask of 25 degrees: 74 changes of the best route per pair and hour, a third of them forced. Elements
/// are those of Kassing et al. (15.19 revolutions a day, half-slot phasing, +Grid without shift).
@Suite(.tags(.thorough), .enabled(if: Thorough.isWanted, Thorough.notWanted))
struct RouteChurnThoroughTests {
    static func cities() throws -> [GroundStation] {
        let file = "hypatia/ground_stations_cities_sorted_by_estimated_2025_pop_top_100.basic.txt"
        return try SharedData.text(file).split(separator: "\n").compactMap { line in
            let cells = line.split(separator: ",")
            guard cells.count == 5, let latitude = Double(cells[2]),
                let longitude = Double(cells[3])
            else { return nil }
            return GroundStation(
                name: String(cells[1]), latitudeDeg: latitude, longitudeDeg: longitude)
        }
    }

    /// Every fiftieth of all pairs of the cities.
    static func search(
        every: Int = 50, windowS: Range<Double> = 0..<3_600
    ) throws -> RouteIntervals {
        let cities = try cities()
        let all = PairRoutes.allStations(
            satelliteCount: StarlinkShell.satelliteCount, stationCount: cities.count)
        return RouteIntervals(
            StarlinkShell.mesh(stations: cities),
            pairs: stride(from: 7, to: all.count, by: every).map { all[$0] }, windowS: windowS)
    }

    /// Routes that are the best for less than 10 ms are passed over: nearly all of them are parts of one
    /// change, in which the symmetry of the shell makes several routes equally long within 5.2 ms. A
    /// series of any step is blind to them: samples 0.1 and 1 s apart of the same intervals show 75.1 and
    /// 74.5 changes, while 78.2 is the number of all.
    @Test(.enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absent)))
    func `changes per pair and hour`() throws {
        let timelines = try Self.search().timelines()
        let changes = timelines.reduce(0) { $0 + $1.changes(lastingAtLeastS: 0.01) }
        let perPair = Double(changes) / Double(timelines.count)
        #expect(abs(perPair - 74) < 0.05 * 74)
        let intervals = timelines.flatMap(\.intervals)
        let forced = intervals.count { $0.end == .linkLost }
        #expect(abs(Double(forced) / Double(changes) - 1.0 / 3) < 0.05)
        #expect(!intervals.contains { !$0.isCertain })
        let brief = intervals.count { $0.durationS < 0.01 }
        let all = timelines.reduce(0) { $0 + $1.changes }
        #expect(brief > 0 && all - changes < 2 * brief)
        print("changes per pair and hour:", perPair, "forced:", Double(forced) / Double(changes))
        print("of them briefer than 10 ms:", brief, "all:", all)
    }

    /// Most routes serve less than half of their lifetime, and rerouting usually gains less than 15 %.
    /// D. Bhosale et al., PAM 2023, find both over other pairs.
    @Test(.enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absent)))
    func `lifetimes against use`() async throws {
        let search = try Self.search()
        let plan = await ContactFinder(search.mesh).plan(over: -1_800..<5_400, threads: 2)
        let finder = RouteUses(search.mesh, in: plan, windowS: search.windowS)
        let uses = search.timelines().flatMap { finder.uses($0) }.filter {
            !$0.isCut && $0.interval.durationS >= 0.01
        }
        #expect(uses.count > 5_000)
        let short = uses.count { $0.share < 0.5 }
        #expect(2 * short > uses.count)
        let gains = uses.map(\.greatestGainShare).filter { !$0.isNaN }
        let small = gains.count { $0 < 0.15 }
        #expect(small > gains.count * 8 / 10)
        print("uses:", uses.count, "below half:", Double(short) / Double(uses.count))
        print("gains below 15 %:", Double(small) / Double(gains.count))
    }

    /// At every hundredth of a second of ten minutes the intervals have the route that is found there.
    @Test(.enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absent)))
    func `every sample agrees`() throws {
        let search = try Self.search(every: 495, windowS: 0..<600)
        let timelines = search.timelines()
        #expect(timelines.count == 10)
        var solver = BatchForwarding(rules: search.rules)
        var state = BatchForwardingState()
        var builder = MeshBatchBuilder(search.mesh.builder)
        var batch = MeshBatch()
        let destinations = Array(Set(search.pairs.map(\.destination))).sorted()
        var compared = 0
        for first in stride(from: 0, to: 60_000, by: 16) {
            let times = (first..<min(first + 16, 60_000)).map { Double($0) / 100 }
            builder.build(search.mesh.positions(atSeconds: times), into: &batch)
            solver.solve(batch, to: destinations, into: &state)
            for (instant, time) in times.enumerated() {
                for timeline in timelines {
                    guard let place = destinations.firstIndex(of: timeline.pair.destination),
                        let interval = timeline.interval(atSeconds: time),
                        abs(interval.startS - time) > 1e-6, abs(interval.endS - time) > 1e-6
                    else { continue }
                    let route = state.route(
                        from: timeline.pair.source, to: place, at: instant, in: batch)
                    compared += 1
                    if interval.nodes != route?.nodes {
                        Issue.record("at \(time): \(timeline.pair)")
                    }
                }
            }
        }
        #expect(compared > 599_900)
        print("samples compared:", compared)
    }
}
