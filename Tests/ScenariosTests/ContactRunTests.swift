import Contacts
import Foundation
import LaserMesh
import Orbits
import Results
import TestSupport
import Testing

@testable import Scenarios

@Suite struct ContactRunTests {
    static let scenario = """
        epoch: 2026-08-23T00:00:00Z
        window: { start_s: 60, duration_s: 1500, step_s: 60 }
        constellation:
          shells: [{ planes: 6, slots: 8, inclination_deg: 53, altitude_km: 1200 }]
        lasers: { max_range_km: 6500 }
        ground:
          min_elevation_deg: 15
          stations:
            - { name: New York, latitude_deg: 40.7, longitude_deg: -74 }
            - { name: Quito, latitude_deg: -0.2, longitude_deg: -78.5 }
            - { name: Pole, latitude_deg: 90, longitude_deg: 0 }
        """

    static func experiment(_ text: String = scenario) throws -> Experiment {
        try Experiment(Scenario(text: text, file: "scenario.yaml"))
    }

    @Test func `the table and the grid hold the plan`() async throws {
        let folder = try TemporaryFolder()
        let experiment = try Self.experiment()
        let results = try ResultFolder(at: folder.path("out"))
        let plan = try await ContactRun.run(
            experiment, format: .both, into: results, control: RunControl(threads: 2))
        try experiment.finish(results, program: "test")
        let table = try CSVTable(contentsOf: folder.path("out/contacts.csv"))
        #expect(
            table.header == [
                "a", "b", "kind", "up_s", "down_s", "min_km", "max_km", "cause_up", "cause_down",
            ])
        let names = experiment.nodeNames
        #expect(plan.contacts.count > 20 && table.rowCount == plan.contacts.count)
        #expect(try table.strings("a") == plan.contacts.map { names[$0.a.index] })
        #expect(try table.strings("b") == plan.contacts.map { names[$0.b.index] })
        #expect(try table.doubles("up_s") == plan.contacts.map(\.upS))
        #expect(try table.doubles("max_km") == plan.contacts.map(\.maxKm))
        let words = try table.strings("cause_down")
        #expect(words.map { ContactCause($0) } == plan.contacts.map(\.causeDown))
        #expect(Set(words).isSubset(of: ["elevation", "range", "window"]) && Set(words).count == 3)
        // Every contact is up in the mesh of an instant within it, and down just after it.
        for contact in plan.contacts.prefix(30) {
            let middle = (contact.upS + contact.downS) / 2
            let mesh = experiment.mesh(atSeconds: middle).mesh
            #expect(mesh.link(between: contact.a, and: contact.b) != nil)
            guard contact.causeDown != .window else { continue }
            let after = experiment.mesh(atSeconds: contact.downS + 1e-3).mesh
            #expect(after.link(between: contact.a, and: contact.b) == nil)
        }
        let grid = try NetCDFReader(path: folder.path("out/contacts.nc"))
        #expect(try grid.values(of: "down_s", as: Double.self) == plan.contacts.map(\.downS))
        #expect(try grid.values(of: "min_km", as: Double.self) == plan.contacts.map(\.minKm))
        #expect(try grid.values(of: "a", as: Int32.self) == plan.contacts.map(\.a.rawValue))
        let causes = try grid.text("flag_meanings", of: "cause_up").split(separator: " ")
        let flags = try grid.values(of: "cause_up", as: Int8.self)
        #expect(flags.map { String(causes[Int($0)]) } == plan.contacts.map(\.causeUp.description))
        #expect(try grid.texts(of: "node_name") == names)
    }

    /// A contact as any of the forms states it: directed, with rate and delay.
    private struct Row: Hashable {
        var from: Int
        var to: Int
        var begin: Double
        var end: Double
        var rate: Double
        var delay: Double
    }

    private func plan() async throws -> (ContactPlan, [String]) {
        let experiment = try Self.experiment()
        let plan = try await experiment.contactFinder.plan(over: experiment.windowS)
        return (plan, experiment.nodeNames)
    }

    /// Both directions of every contact, with the rate and the delay of the greatest length.
    private func rows(_ plan: ContactPlan, rate: Double) -> Set<Row> {
        Set(
            plan.contacts.flatMap { contact in
                [(contact.a, contact.b), (contact.b, contact.a)].map {
                    Row(
                        from: $0.0.index, to: $0.1.index, begin: contact.upS, end: contact.downS,
                        rate: rate, delay: contact.maxKm / 299_792.458)
                }
            })
    }

    private static func aSABR(_ text: String) throws -> (names: [String], rows: [Row]) {
        var names: [String] = []
        var rows: [Row] = []
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let words = line.split(separator: " ").map(String.init)
            if words[0] == "node" {
                #expect(Int(words[1]) == names.count)
                names.append(words[2])
            } else {
                #expect(words[0] == "contact" && words[5] == "evl" && words.count == 8)
                rows.append(
                    Row(
                        from: try #require(Int(words[1])), to: try #require(Int(words[2])),
                        begin: try #require(Double(words[3])), end: try #require(Double(words[4])),
                        rate: try #require(Double(words[6])),
                        delay: try #require(Double(words[7]))))
            }
        }
        return (names, rows)
    }

    @Test func `A-SABR reads back what was written`() async throws {
        // The shape of the program's own examples.
        let sample = try Self.aSABR(
            "# comment\nnode 0 node1\nnode 1 node2\ncontact 0 1 60 7260 evl 10000 10\n")
        #expect(sample.names == ["node1", "node2"])
        #expect(
            sample.rows == [Row(from: 0, to: 1, begin: 60, end: 7_260, rate: 10_000, delay: 10)])
        let (plan, names) = try await plan()
        let text = try ContactPlanExport.aSABR.text(of: plan, names: names, rateMbps: 8)
        let read = try Self.aSABR(text)
        #expect(read.names == names.map { $0.replacing(" ", with: "_") })
        #expect(Set(read.rows) == rows(plan, rate: 1e6))
        #expect(read.rows.count == 2 * plan.contacts.count)
    }

    private static func ion(_ text: String) throws -> (contacts: [Row], ranges: [Row]) {
        var contacts: [Row] = []
        var ranges: [Row] = []
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let words = line.split(separator: " ").map(String.init)
            #expect(words.count == 7 && words[0] == "a")
            #expect(words[2].hasPrefix("+") && words[3].hasPrefix("+"))
            let numbers = try words[2...].map { try #require(Int($0)) }
            let row = Row(
                from: numbers[2], to: numbers[3], begin: Double(numbers[0]),
                end: Double(numbers[1]), rate: words[1] == "contact" ? Double(numbers[4]) : 0,
                delay: words[1] == "range" ? Double(numbers[4]) : 0)
            if words[1] == "contact" {
                contacts.append(row)
            } else {
                #expect(words[1] == "range")
                ranges.append(row)
            }
        }
        return (contacts, ranges)
    }

    @Test func `ION reads back what was written, in whole seconds`() async throws {
        let sample = try Self.ion(
            "a contact +60 +7260 1 2 10000\na range +60 +7260 1 2 10\n")
        #expect(sample.contacts.count == 1 && sample.ranges[0].delay == 10)
        let (plan, names) = try await plan()
        let text = try ContactPlanExport.ion.text(of: plan, names: names, rateMbps: 8)
        let read = try Self.ion(text)
        let whole = plan.contacts.filter { $0.upS.rounded(.up) < $0.downS.rounded(.down) }
        #expect(read.ranges.count == whole.count && read.contacts.count == 2 * whole.count)
        for (contact, range) in zip(whole, read.ranges) {
            #expect(range.from == contact.a.index + 1 && range.to == contact.b.index + 1)
            #expect(contact.upS <= range.begin && range.begin < contact.upS + 1)
            #expect(range.end <= contact.downS && contact.downS - 1 < range.end)
        }
        #expect(read.contacts.allSatisfy { $0.rate == 1e6 })
        #expect(text.contains("# 49 New_York\n"))
    }

    private static func tvg(_ text: String) throws -> (
        names: Set<String>, rows: [(String, String, [Double])]
    ) {
        let top = try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(top["contact_type"] as? String == "PredictedContact_v2")
        let vertices = try #require(top["vertices"] as? [String: Any])
        var rows: [(String, String, [Double])] = []
        for edge in try #require(top["edges"] as? [[String: Any]]) {
            let ends = try #require(edge["vertices"] as? [String])
            for contact in try #require(edge["contacts"] as? [[Any]]) {
                #expect(contact[0] as? String == ends[0] && contact[1] as? String == ends[1])
                let generation = try #require((contact[4] as? [[Any]])?.first)
                #expect(generation[0] as? Double == 0 && generation[1] as? Double == 1)
                let characteristics = try #require((generation[2] as? [[Double]])?.first)
                rows.append(
                    (
                        ends[0], ends[1],
                        [
                            try #require(contact[2] as? Double),
                            try #require(contact[3] as? Double),
                        ] + characteristics
                    ))
            }
        }
        return (Set(vertices.keys), rows)
    }

    @Test func `tvg-util reads back what was written`() async throws {
        let sample = try Self.tvg(
            """
            {"vertices":{"a":{},"b":{}},"edges":[{"vertices":["a","b"],"contacts":
            [["a","b",60.0,7260.0,[[0.0,1.0,[[60.0,10000.0,0.1]]]]]]}],
            "contact_type":"PredictedContact_v2"}
            """)
        #expect(sample.rows.count == 1 && sample.rows[0].2 == [60, 7_260, 60, 10_000, 0.1])
        let (plan, names) = try await plan()
        let text = try ContactPlanExport.tvgUtil.text(of: plan, names: names, rateMbps: 8)
        let read = try Self.tvg(text)
        let labels = names.map { $0.replacing(" ", with: "_") }
        #expect(read.names == Set(labels))
        var places: [String: Int] = [:]
        for (index, label) in labels.enumerated() { places[label] = index }
        let found = Set(
            read.rows.map {
                Row(
                    from: places[$0.0] ?? -1, to: places[$0.1] ?? -1, begin: $0.2[0], end: $0.2[1],
                    rate: $0.2[3], delay: $0.2[4])
            })
        // Foundation's JSON reader may miss the last digit.
        func rounded(_ rows: Set<Row>) -> Set<[Double]> {
            Set(
                rows.map {
                    [Double($0.from), Double($0.to), $0.rate]
                        + [$0.begin, $0.end, $0.delay].map { ($0 * 1e9).rounded() }
                })
        }
        #expect(rounded(found) == rounded(rows(plan, rate: 8e6)))
        #expect(read.rows.allSatisfy { $0.2[0] == $0.2[2] })
    }

    @Test func `a form with too few numbers refuses`() {
        let plan = ContactPlan([], satelliteCount: 70_000, nodeCount: 70_000, window: 0..<1)
        let names = (0..<70_000).map(String.init)
        #expect(throws: ContactPlanExportError.self) {
            try ContactPlanExport.aSABR.text(of: plan, names: names, rateMbps: 1)
        }
    }

    @Test func `an impossible request has no contacts and a reason`() async throws {
        for (change, words) in [
            (("duration_s: 1500", "duration_s: 0"), "no length"),
            (("min_elevation_deg: 15", "min_elevation_deg: 90"), "no station ever sees"),
        ] {
            let folder = try TemporaryFolder()
            let experiment = try Self.experiment(
                Self.scenario.replacing(change.0, with: change.1)
                    .replacing("max_range_km: 6500", with: "topology: none"))
            let results = try ResultFolder(at: folder.path("out"))
            let plan = try await ContactRun.run(experiment, format: .both, into: results)
            try experiment.finish(results, program: "test")
            #expect(plan.contacts.isEmpty)
            #expect(ContactRun.reasonForNone(plan, experiment)?.contains(words) == true)
            #expect(try CSVTable(contentsOf: folder.path("out/contacts.csv")).rowCount == 0)
        }
    }
}
