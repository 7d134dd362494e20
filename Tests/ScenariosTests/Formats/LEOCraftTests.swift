import Foundation
import LaserMesh
import Results
import Routing
import TestSupport
import Testing

@testable import Scenarios

/// LEOCraft's routes.
@Suite struct LEOCraftTests {
    private static let text =
        FormatSamples.scenario + "\nrouting: { algorithm: k-shortest, k: 3 }\n"

    private static func routes(_ folder: String) throws -> [String: [[String]]] {
        try JSONDecoder().decode(
            [String: [[String]]].self,
            from: Data(contentsOf: URL(filePath: "\(folder)/sample_routes.json")))
    }

    @Test func `routes are the k shortest, by LEOCraft's names`() async throws {
        let folder = try TemporaryFolder()
        let experiment = try FormatSamples.experiment(Self.text, in: folder)
        let out = try await FormatSamples.write(
            .leoCraft, experiment, options: ExchangeOptions(at: .seconds(3)), in: folder)
        let routes = try Self.routes(out)
        let table = try CSVTable(contentsOf: "\(out)/nodes.csv")
        let names = Dictionary(
            uniqueKeysWithValues: zip(try table.strings("node"), try table.strings("name")))
        #expect(names["S0-47"] == "A-5-7" && names["S1-0"] == "B-0-0" && names["G-1"] == "Nairobi")
        let mesh = experiment.mesh(atSeconds: 3).mesh
        var query = KShortest()
        #expect(routes.count == 3)
        for (a, b) in [(0, 1), (0, 2), (1, 2)] {
            let expected = query.routes(
                3, in: mesh, from: mesh.station(a), to: mesh.station(b))
            let found = try #require(routes["G-\(a)_G-\(b)"])
            #expect(
                found.map { $0.map { names[$0] } }
                    == expected.map { $0.nodes.map { experiment.name(of: $0) } })
            #expect(found.count == 3)
        }
    }

    /// The shape that `Constellation.export_routes` has, with pairs that lack routes.
    @Test func `pairs with fewer routes are told apart`() async throws {
        let folder = try TemporaryFolder()
        let bent = """
            lasers: { topology: none }
            pairs: [[Oslo, Nairobi], [Nairobi, Oslo], [Oslo, Near], [Near, Far]]
            routing: { algorithm: k-shortest, k: 200 }

            """
        let stations = """
                - { name: Near, latitude_deg: 59.8, longitude_deg: 10.6 }
                - { name: Far, latitude_deg: -80, longitude_deg: 0 }
            """
        let experiment = try FormatSamples.experiment(
            FormatSamples.scenario.replacing("ground:", with: bent + "ground:") + "\n" + stations,
            in: folder)
        let out = try await FormatSamples.write(.leoCraft, experiment, in: folder)
        #expect(try Self.routes(out) == ["G-1_G-2": [], "G-3_G-4": []])
        func lines(_ file: String) throws -> [String] {
            try String(contentsOfFile: "\(out)/sample_\(file).txt", encoding: .utf8)
                .split(separator: "\n").map(String.init)
        }
        #expect(try lines("no_path_found") == ["G-1_G-2", "G-3_G-4"])
        let fewer = try lines("k_path_not_found")
        #expect(fewer.count == 1 && fewer[0].hasPrefix("G-2_G-3,"))
    }

    @Test(arguments: [
        (
            "routing: { algorithm: k-shortest, k: 3 }", "routing: { ground_relay: true }",
            "satellites alone"
        ),
        (
            "routing: { algorithm: k-shortest, k: 3 }", "routing: { algorithm: least-hop }",
            "least-hop"
        ),
        ("routing:", "pairs: [[Oslo, A-0-0]]\nrouting:", "pairs of stations"),
    ])
    func `what the routes cannot hold is refused`(
        old: String, new: String, said: String
    ) async throws {
        let folder = try TemporaryFolder()
        let experiment = try FormatSamples.experiment(
            Self.text.replacing(old, with: new), in: folder)
        let error = await #expect(throws: ExchangeError.self) {
            try await FormatSamples.write(.leoCraft, experiment, in: folder)
        }
        #expect(error?.message.contains(said) == true)
    }
}
