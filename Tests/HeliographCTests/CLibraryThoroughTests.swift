import Foundation
import LaserMesh
import Orbits
import Routing
import TestSupport
import Testing

/// The library as C and C++ meet it: built, linked, run, and its numbers compared with those of Swift.
@Suite(.tags(.thorough), .enabled(if: Thorough.isWanted, Thorough.notWanted))
struct CLibraryThoroughTests {
    #if os(Linux)
        @Test(.enabled(if: Compilers.arePresent, "needs gcc and g++"))
        func sampleProgramsGiveTheNumbersOfSwift() throws {
            let folder = try TemporaryFolder()
            let sets = Shell(
                name: "S1", planes: 24, slots: 22, inclinationDeg: 53, altitudeKm: 550,
                phasing: .walker(13)
            ).elementSets(epoch: Instant(year: 2026, month: 8, day: 23))
            let text = try sets.map {
                let lines = try TLE.lines(of: $0)
                return "\($0.name)\n\(lines.0)\n\(lines.1)\n"
            }.joined()
            let elements = try folder.write(text, to: "elements.tle")
            let library = folder.path("library")
            _ = try run("scripts/build-c-library", [library])
            let output = try run("Tests/HeliographCTests/check-c-library", [library, elements])
            for line in output.split(separator: "\n") where line.hasPrefix("skipped") {
                print("check-c-library \(line)")
            }
            let rows = output.split(separator: "\n").drop { !$0.hasPrefix("time_s") }.dropFirst()
            #expect(rows.map(String.init) == (try expectedRows(text)))
        }

        /// What `tle_to_route` should print.
        private func expectedRows(_ text: String) throws -> [String] {
            let lines = text.split(separator: "\n")
            let sets = try stride(from: 0, to: lines.count, by: 3).map {
                try TLE.read(
                    line1: lines[$0 + 1], line2: lines[$0 + 2], name: String(lines[$0]))
            }
            let epoch = try #require(sets.map(\.epoch).max())
            let constellation = Constellation(sets)
            let builder = MeshBuilder(
                topology: Nearest(terminals: 4, names: sets.map(\.name)),
                stations: [
                    GroundStation(name: "London", latitudeDeg: 51.51, longitudeDeg: -0.13),
                    GroundStation(name: "Singapore", latitudeDeg: 1.29, longitudeDeg: 103.85),
                ])
            var query = AStar()
            return stride(from: 0, to: 3_600, by: 600).map { time in
                let positions = constellation.positions(
                    at: epoch.advanced(bySeconds: Double(time)))
                let mesh = builder.mesh(of: positions, atSeconds: Double(time))
                guard
                    let route = query.route(in: mesh, from: mesh.station(0), to: mesh.station(1))
                else { return "\(time),nan,0," }
                let nodes = route.nodes.map { "\($0.rawValue)" }.joined(separator: " ")
                let rtt = String(format: "%.17g", 2e3 * route.latencyS)
                return "\(time),\(rtt),\(route.hops),\(nodes)"
            }
        }

        /// Runs a script of the checkout; gives what it prints, and fails with what it complains of.
        private func run(_ script: String, _ arguments: [String]) throws -> String {
            let outcome = try Program(path: SharedData.checkout.appending(path: script).path)
                .run(arguments)
            try #require(
                outcome.status == 0, "\(script): \(outcome.errors.suffix(2_000))")
            return outcome.output
        }
    #endif
}
