import TestSupport
import Testing

@testable import LaserMesh

private let modules = ["networkx", "numpy", "scipy"]

/// Matchings against networkx, and choices of links against HiGHS through scipy.
@Suite(
    .enabled(if: PythonOracle.isPresent(modules), Comment(rawValue: PythonOracle.absent(modules))))
struct MatchingOracleTests {
    private func check(_ input: String, cases: Int) throws {
        let output = try #require(try PythonOracle.output(of: "matching.py", input: input))
        #expect(output == "checked \(cases) cases, 0 differ\n", "\(output)")
    }

    @Test func `matchings weigh as much as those of networkx`() throws {
        var random = SeededGenerator(seed: 21)
        var input = ""
        for round in 0..<80 {
            let vertices = 5 + round
            let edges = MatchingTests.edges(
                vertices, vertices * (1 + round % 5), upTo: [2, 9, 1_000_000][round % 3], &random)
            let matching = MaximumWeightMatching(vertexCount: vertices, edges: edges)
            input += "matching \(vertices) \(matching.weight)\n"
            for edge in edges { input += "\(edge.a) \(edge.b) \(edge.weight)\n" }
            input += "end\n"
        }
        try check(input, cases: 80)
    }

    @Test func `exact choices of links are worth as much as those of integer programming`() throws {
        var random = SeededGenerator(seed: 22)
        var input = ""
        for round in 0..<40 {
            let terminals = 1 + round % 4
            let satellites = 6 + round % 7
            let offers = MatchingTests.offers(
                satellites: satellites, terminals: terminals, links: 10 + round % 20,
                restricted: round % 2 == 0, &random)
            let worth = LinkMatching.exact.choose(
                among: offers, satelliteCount: satellites, terminalCount: terminals
            ).reduce(0) { $0 + offers[$1].weight }
            input += "links \(satellites) \(terminals) \(worth)\n"
            for offer in offers {
                input +=
                    "\(offer.link.a) \(offer.link.b) \(offer.weight) "
                    + "\(offer.terminals.a) \(offer.terminals.b)\n"
            }
            input += "end\n"
        }
        try check(input, cases: 40)
    }
}
