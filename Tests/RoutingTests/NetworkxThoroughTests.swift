import LaserMesh
import Routing
import TestSupport
import Testing

/// Every kind of route over fifty large meshes, random, designed and real, against networkx.
@Suite(.tags(.thorough), .enabled(if: Thorough.isWanted, Thorough.notWanted))
struct NetworkxThoroughTests {
    @Test(
        .enabled(
            if: PythonOracle.isPresent(NetworkxQuestions.modules),
            Comment(rawValue: PythonOracle.absent(NetworkxQuestions.modules))))
    func `routes over fifty large meshes equal those of networkx`() throws {
        var random = SeededGenerator(seed: 2_027)
        var questions = NetworkxQuestions()
        for index in 0..<50 {
            let size = [200, 300, 400, 500, 600, 700, 800, 900, 1_000, 1_584][index / 5]
            let mesh: Mesh
            if index % 5 == 4, let real = try RealMesh.starlink(satellites: size, &random) {
                mesh = real
            } else if index % 2 == 0 {
                mesh = RandomMeshes.shell(satellites: size, stations: 12, &random)
            } else {
                mesh = RandomMeshes.grid(planes: size / 20, slots: 20, stations: 12, &random)
            }
            questions.append(mesh, routes: 5, &random)
        }
        let output = try #require(
            try PythonOracle.output(of: "networkx_routes.py", input: questions.text))
        #expect(output == "checked \(questions.count) answers, 0 differ \n")
        #expect(questions.count >= 50 * 11)
    }
}
