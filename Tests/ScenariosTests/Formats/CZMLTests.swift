import Foundation
import LaserMesh
import Orbits
import TestSupport
import Testing

@testable import Scenarios

/// CZML, which is written and not read.
@Suite struct CZMLTests {
    private static let oracle = ["czml3"]

    /// With a route, and a station whose name the references must escape.
    private static let text =
        FormatSamples.scenario.replacing("name: Nairobi", with: "name: 'Nairobi #1\\2'")
        + "\npairs: [['Nairobi #1\\2', Oslo]]\n"

    private static func document(in folder: TemporaryFolder) async throws -> String {
        let experiment = try FormatSamples.experiment(text, in: folder)
        let out = try await FormatSamples.write(
            .czml, experiment, options: ExchangeOptions(stepS: 1), in: folder)
        return "\(out)/globe.czml"
    }

    private static func packets(_ path: String) throws -> [[String: Any]] {
        let data = try Data(contentsOf: URL(filePath: path))
        return try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
    }

    @Test func `a packet for each node and link`() async throws {
        let folder = try TemporaryFolder()
        let packets = try Self.packets(await Self.document(in: folder))
        let ids = packets.compactMap { $0["id"] as? String }
        #expect(ids.count == packets.count && Set(ids).count == ids.count)
        let experiment = try FormatSamples.experiment(Self.text, in: folder)
        #expect(Set(ids).isSuperset(of: experiment.satelliteNames))
        let mesh = experiment.mesh(atSeconds: 0).mesh
        let position = packets.first { $0["id"] as? String == "A-0-0" }?["position"]
        let numbers = (position as? [String: Any])?["cartesian"] as? [Double]
        #expect(numbers?.count == 4 * 4)
        let place = try #require(mesh.positions?[0]) * 1_000
        for axis in 0..<3 { #expect(abs((numbers?[axis + 1] ?? 0) - place[axis]) <= 0.051) }
        let lasers = mesh.links.filter { $0.kind == .laser }
        #expect(ids.count { $0.hasPrefix("link/") } >= lasers.count)
        #expect(ids.contains { $0.hasPrefix("route/") })
    }

    /// The shape that the CZML guide describes: the document first, with a clock; times in order; lines that
    /// refer to places that are there.
    @Test func `packets are shaped as the guide says`() async throws {
        let folder = try TemporaryFolder()
        let packets = try Self.packets(await Self.document(in: folder))
        #expect(packets[0]["id"] as? String == "document")
        #expect(packets[0]["version"] as? String == "1.0")
        let clock = try #require(packets[0]["clock"] as? [String: Any])
        let whole = try Self.interval(clock["interval"])
        #expect(whole.1 > whole.0)
        var places: Set<String> = []
        for packet in packets.dropFirst() where packet["polyline"] == nil {
            let id = try #require(packet["id"] as? String)
            let position = try #require(packet["position"] as? [String: Any])
            let numbers = try #require(position["cartesian"] as? [Double])
            let times = stride(from: 0, to: numbers.count, by: 4).map { numbers[$0] }
            #expect(numbers.count % 4 == 0 && times == times.sorted() && times.first == 0)
            #expect(position["referenceFrame"] as? String == "FIXED")
            #expect(try Self.instant(position["epoch"]) == whole.0)
            places.insert(
                id.replacing("\\", with: "\\\\").replacing("#", with: "\\#") + "#position")
        }
        var lines = 0
        for packet in packets {
            guard let line = packet["polyline"] as? [String: Any] else { continue }
            let positions = try #require(line["positions"] as? [String: Any])
            let references = try #require(positions["references"] as? [String])
            #expect(references.count >= 2 && places.isSuperset(of: references), "\(references)")
            let shows = try #require(line["show"] as? [[String: Any]])
            #expect(shows.count >= 2 && shows[0]["boolean"] as? Bool == false)
            #expect(try Self.interval(shows[0]["interval"]) == whole)
            var last = whole.0
            for show in shows.dropFirst() {
                let (begin, end) = try Self.interval(show["interval"])
                #expect(show["boolean"] as? Bool == true)
                #expect(last <= begin && begin < end && end <= whole.1)
                last = end
            }
            lines += 1
        }
        #expect(lines > 60)
    }

    private static func instant(_ text: Any?) throws -> Instant {
        try #require((text as? String).flatMap { Instant(iso8601: $0) })
    }

    private static func interval(_ text: Any?) throws -> (Instant, Instant) {
        let ends = try #require(text as? String).split(separator: "/").map(String.init)
        try #require(ends.count == 2)
        return (try instant(ends[0]), try instant(ends[1]))
    }

    @Test(
        .enabled(
            if: PythonOracle.isPresent(oracle), Comment(rawValue: PythonOracle.absent(oracle))))
    func `czml3 would write the same packets`() async throws {
        let folder = try TemporaryFolder()
        let path = try await Self.document(in: folder)
        let output = try #require(
            try PythonOracle.output(of: "czml_packets.py", input: path + "\n"))
        #expect(
            output.split(separator: "\n").map(String.init)
                == (try Self.packets(path)).compactMap { $0["id"] as? String })
    }

    @Test func `a window without an instant is refused`() async throws {
        let folder = try TemporaryFolder()
        let empty = try FormatSamples.experiment(
            FormatSamples.scenario.replacing("duration_s: 4", with: "duration_s: 0"), in: folder)
        let error = await #expect(throws: ExchangeError.self) {
            try await FormatSamples.write(.czml, empty, in: folder, "empty")
        }
        #expect(error?.message.contains("without an instant") == true)
    }
}
