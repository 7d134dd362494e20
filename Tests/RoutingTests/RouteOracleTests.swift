import LaserMesh
import Routing
import TestSupport
import Testing

/// Kinds of routes over meshes of 100 to 250 satellites against other programs.
@Suite struct RouteOracleTests {
    private static func meshes(_ random: inout SeededGenerator) -> [Mesh] {
        (0..<4).map { index in
            index % 2 == 0
                ? RandomMeshes.shell(satellites: 100 + 50 * index, stations: 6, &random)
                : RandomMeshes.grid(planes: 10, slots: 10 + index, stations: 6, &random)
        }
    }

    @Test(
        .enabled(
            if: PythonOracle.isPresent(["networkx"]),
            Comment(rawValue: PythonOracle.absent(["networkx"]))))
    func `routes equal those of networkx`() throws {
        var random = SeededGenerator(seed: 71)
        var questions = RouteQuestions()
        for mesh in Self.meshes(&random) { questions.append(mesh, routes: 4, &random) }
        let output = try PythonOracle.output(of: "networkx_routes.py", input: questions.text)
        #expect(output == "checked \(questions.count) answers, 0 differ \n")
        #expect(questions.count >= 4 * 11)
    }

    @Test(
        .enabled(
            if: PythonOracle.isPresent(["igraph"]),
            Comment(rawValue: PythonOracle.absent(["igraph"]))))
    func `k shortest and disjoint routes equal those of igraph`() throws {
        var random = SeededGenerator(seed: 72)
        var questions = RouteQuestions()
        for mesh in Self.meshes(&random) { questions.appendSets(mesh, routes: 12, &random) }
        let output = try PythonOracle.output(of: "igraph_routes.py", input: questions.text)
        #expect(output == "checked \(questions.count) answers, 0 differ \n")
        #expect(questions.count == 4 * 7)
    }
}
