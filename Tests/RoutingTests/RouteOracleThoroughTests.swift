import LaserMesh
import Routing
import TestSupport
import Testing

/// Kinds of routes over fifty large meshes, random, designed and real, against other programs.
@Suite(.tags(.thorough), .enabled(if: Thorough.isWanted, Thorough.notWanted))
struct RouteOracleThoroughTests {
    private static let sizes = [200, 300, 400, 500, 600, 700, 800, 900, 1_000, 1_584]

    @Test(
        .enabled(
            if: PythonOracle.isPresent(["networkx"]),
            Comment(rawValue: PythonOracle.absent(["networkx"]))))
    func `routes over fifty large meshes equal those of networkx`() throws {
        var random = SeededGenerator(seed: 2_027)
        var questions = RouteQuestions()
        try OracleMeshes.forEach(ofSizes: Self.sizes, &random) { mesh, random in
            questions.append(mesh, routes: 5, &random)
        }
        let output = try PythonOracle.output(of: "networkx_routes.py", input: questions.text)
        #expect(output == "checked \(questions.count) answers, 0 differ \n")
        #expect(questions.count >= 50 * 11)
    }

    @Test(
        .enabled(
            if: PythonOracle.isPresent(["igraph"]),
            Comment(rawValue: PythonOracle.absent(["igraph"]))))
    func `k shortest and disjoint routes over fifty large meshes equal those of igraph`() throws {
        var random = SeededGenerator(seed: 2_028)
        var questions = RouteQuestions()
        try OracleMeshes.forEach(ofSizes: Self.sizes, &random) { mesh, random in
            questions.appendSets(mesh, routes: 20, &random)
        }
        let output = try PythonOracle.output(of: "igraph_routes.py", input: questions.text)
        #expect(output == "checked \(questions.count) answers, 0 differ \n")
        #expect(questions.count == 50 * 7)
    }
}
