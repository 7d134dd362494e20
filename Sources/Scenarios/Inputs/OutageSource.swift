import LaserMesh
import Numerics
import Orbits
import Results

/// The outages of a scenario: planned ones by name, and failures by chance.
enum OutageSource {
    /// The schedule of a scenario.
    ///
    /// - Parameters:
    ///   - names: Names of the satellites and then of the stations.
    ///   - links: The lasers that may fail.
    static func schedule(
        _ scenario: Scenario, names: [String], satellites: Int, links: [LaserLink],
        _ files: inout InputFiles
    ) throws -> OutageSchedule {
        var schedule = OutageSchedule()
        var nodes: [String: Int] = [:]
        for (index, name) in names.enumerated() { nodes[name] = index }
        switch scenario.outages {
        case .none: break
        case .listed(let listed):
            for outage in listed {
                func node(_ name: String) throws(ScenarioError) -> Int {
                    if let node = nodes[name] { return node }
                    throw .wrongValue(
                        place: outage.place, found: "'\(name)'",
                        expected: "the name of a satellite or a station")
                }
                let a = try node(outage.a)
                if let other = outage.b {
                    schedule.add(
                        link: a, try node(other), fromS: outage.fromS, toS: outage.toS)
                } else {
                    schedule.add(node: a, fromS: outage.fromS, toS: outage.toS)
                }
            }
        case .file(let file):
            try add(file, nodes, &files, to: &schedule)
        }
        if let failures = scenario.failures {
            try add(failures, scenario.window, satellites: satellites, links: links, to: &schedule)
        }
        return schedule
    }

    private static func add(
        _ file: String, _ nodes: [String: Int], _ files: inout InputFiles,
        to schedule: inout OutageSchedule
    ) throws {
        let path = files.path(file)
        let table = try CSVTable(bytes: files.bytes(file), file: path)
        let (a, b) = (try table.strings("a"), try table.strings("b"))
        let (from, to) = (try table.doubles("from_s"), try table.doubles("to_s"))
        for row in a.indices {
            func node(_ column: String, _ name: String) throws(CSVError) -> Int {
                if let node = nodes[name] { return node }
                throw table.badCell(
                    row: row, column: column, expected: "the name of a satellite or a station")
            }
            let first = try node("a", a[row])
            if b[row].isEmpty {
                schedule.add(node: first, fromS: from[row], toS: to[row])
            } else {
                let second = try node("b", b[row])
                guard first != second else {
                    throw table.badCell(row: row, column: "b", expected: "another node than a")
                }
                schedule.add(link: first, second, fromS: from[row], toS: to[row])
            }
        }
    }

    /// Adds failures from the start of a window, when all is in order, to its end.
    ///
    /// Each satellite and each link draws from a stream of its own, so that the failures of one do not
    /// depend on how many others there are, nor on who draws first.
    private static func add(
        _ keys: FailureKeys, _ window: TimeGrid, satellites: Int, links: [LaserLink],
        to schedule: inout OutageSchedule
    ) throws {
        if let rates = keys.satellites {
            for satellite in 0..<satellites {
                for (from, to) in try failures(rates, window, keys.seed, UInt64(satellite)) {
                    schedule.add(node: satellite, fromS: from, toS: to)
                }
            }
        }
        if let rates = keys.links {
            for link in links {
                // Above the streams of the satellites: the larger end is never 0.
                let stream =
                    UInt64(UInt32(bitPattern: link.b)) << 32 | UInt64(UInt32(bitPattern: link.a))
                for (from, to) in try failures(rates, window, keys.seed, stream) {
                    schedule.add(link: Int(link.a), Int(link.b), fromS: from, toS: to)
                }
            }
        }
    }

    private static func failures(
        _ rates: FailureKeys.Rates, _ window: TimeGrid, _ seed: UInt64, _ stream: UInt64
    ) throws(GSLError) -> [(Double, Double)] {
        let random = try RandomStream(seed: seed, stream: stream)
        var failures: [(Double, Double)] = []
        var seconds = window.seconds(at: 0)
        while true {
            seconds += random.exponential(mean: rates.betweenFailuresS)
            guard seconds < window.endS else { return failures }
            let begin = seconds
            seconds += random.exponential(mean: rates.toRepairS)
            failures.append((begin, seconds))
        }
    }
}
