import LaserMesh
import Routing
import TestSupport
import Testing

/// Every kind of route over meshes of 100 to 250 satellites against networkx.
@Suite struct NetworkxTests {
    @Test(
        .enabled(
            if: PythonOracle.isPresent(NetworkxQuestions.modules),
            Comment(rawValue: PythonOracle.absent(NetworkxQuestions.modules))))
    func `routes equal those of networkx`() throws {
        var random = SeededGenerator(seed: 71)
        var questions = NetworkxQuestions()
        for index in 0..<4 {
            questions.append(
                index % 2 == 0
                    ? RandomMeshes.shell(satellites: 100 + 50 * index, stations: 6, &random)
                    : RandomMeshes.grid(planes: 10, slots: 10 + index, stations: 6, &random),
                routes: 4, &random)
        }
        let output = try #require(
            try PythonOracle.output(of: "networkx_routes.py", input: questions.text))
        #expect(output == "checked \(questions.count) answers, 0 differ \n")
        #expect(questions.count >= 4 * 11)
    }
}
