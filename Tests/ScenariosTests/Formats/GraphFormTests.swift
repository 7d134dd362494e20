import Foundation
import Results
import TestSupport
import Testing

@testable import Scenarios

/// The mesh as GraphML and GML.
@Suite struct GraphFormTests {
    private static let forms = [ExchangeForm.graphML, .gml]

    @Test(arguments: forms)
    func `what was written is read back as the same mesh`(form: ExchangeForm) async throws {
        let folder = try TemporaryFolder()
        let experiment = try FormatSamples.experiment(in: folder)
        let out = try await FormatSamples.write(
            form, experiment, options: ExchangeOptions(at: .seconds(2)), in: folder)
        let path = "\(out)/mesh.\(form.rawValue)"
        let back = try FormatSamples.read(form, path, in: folder)
        let expected = FormatSamples.lengths(experiment, atSeconds: 2)
        let found = FormatSamples.lengths(back, atSeconds: 2)
        #expect(back.satelliteNames == experiment.satelliteNames)
        #expect(back.stations.map(\.name) == experiment.stations.map(\.name))
        #expect(Set(found.keys) == Set(expected.keys) && !expected.isEmpty)
        for (link, length) in expected {
            #expect(abs((found[link] ?? 0) - length) < 1e-8, "\(link)")
        }
        #expect(back.window.count == 1 && back.window.seconds(at: 0) == 2)
        #expect(back.epoch == experiment.epoch && back.scenario.name == "sample")
        // And once more: the same text.
        let again = try await FormatSamples.write(form, back, in: folder, "again")
        let texts = try [path, "\(again)/mesh.\(form.rawValue)"].map {
            try MeshGraph.read(form, $0)
        }
        #expect(texts[0].nodes.map(\.name) == texts[1].nodes.map(\.name))
        #expect(texts[0].edges.count == texts[1].edges.count)
    }

    /// networkx reads both files as the same graph, and what it writes of it is read here.
    @Test(
        .enabled(
            if: PythonOracle.isPresent(["networkx"]),
            Comment(rawValue: PythonOracle.absent(["networkx"]))), arguments: forms)
    func `networkx reads it, and what networkx writes is read`(form: ExchangeForm) async throws {
        let folder = try TemporaryFolder()
        let experiment = try FormatSamples.experiment(in: folder)
        let out = try await FormatSamples.write(form, experiment, in: folder)
        let path = "\(out)/mesh.\(form.rawValue)"
        let copy = folder.path("copy.\(form.rawValue)")
        let output = try #require(
            try PythonOracle.output(of: "networkx_mesh.py", input: "\(path)\n\(copy)\n"))
        let lines = output.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
        let nodes = lines.filter { $0[0] == "node" }
        let edges = lines.filter { $0[0] == "edge" }
        let graph = try MeshGraph.read(form, path)
        #expect(nodes.map { $0[1] } == graph.nodes.map(\.name))
        #expect(nodes.map { Double($0[3]) } == graph.nodes.map(\.altitudeKm))
        #expect(edges.count == graph.edges.count)
        for (line, edge) in zip(edges, graph.edges) {
            #expect([line[1], line[2]] == [edge.a, edge.b].map { graph.nodes[$0].name })
            #expect(Double(line[3]) == edge.lengthKm && Double(line[4]) == edge.delayMs)
        }
        // The shortest path by delay is the route.
        let route = try #require(lines.first { $0[0] == "path" })
        let length = try #require(Double(route[1]))
        let mesh = experiment.mesh(atSeconds: 0).mesh
        var query = AStarSample()
        #expect(abs(length - query.latencyMs(in: mesh)) < 1e-9)
        #expect(try MeshGraph.read(form, copy) == graph)
    }

    /// The shape in which networkx 3.6 writes a graph, by hand.
    @Test func `GraphML and GML as others write them are read`() throws {
        let folder = try TemporaryFolder()
        let graphML = try folder.write(
            """
            <?xml version='1.0' encoding='utf-8'?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
              <key id="d4" for="edge" attr.name="length_km" attr.type="double" />
              <key id="d3" for="node" attr.name="altitude_km" attr.type="double" />
              <key id="d2" for="node" attr.name="longitude_deg" attr.type="long" />
              <key id="d1" for="node" attr.name="latitude_deg" attr.type="long" />
              <key id="d0" for="node" attr.name="kind" attr.type="string"><default>satellite</default></key>
              <graph edgedefault="undirected">
                <node id="G"><data key="d0">station</data><data key="d1">0</data>
                  <data key="d2">10</data><data key="d3">0.0</data></node>
                <node id="X"><data key="d1">0</data><data key="d2">10</data><data key="d3">550</data></node>
                <node id="Y"><data key="d1">1</data><data key="d2">10</data><data key="d3">550</data></node>
                <edge source="X" target="Y"/>
                <edge source="G" target="X"><data key="d4">550.0</data></edge>
              </graph>
            </graphml>
            """, to: "a.graphml")
        let gml = try folder.write(
            """
            # a comment
            Creator "someone"
            graph [
              node [ id 3 label "G" kind "station" latitude_deg 0 longitude_deg 10 altitude_km 0 ]
              node [ id 1 label "X" kind "satellite" latitudeDeg 0.0 longitudeDeg 1.0E1
                altitudeKm 550 graphics [ x 1.0 y 2.0 ] ]
              node [ id 2 label "Y" kind "satellite" latitudeDeg 1 longitudeDeg 10 altitudeKm 550 ]
              edge [ source 1 target 2 ]
              edge [ source 3 target 1 lengthKm 550.0 ]
            ]
            """, to: "a.gml")
        for (form, path) in [(ExchangeForm.graphML, graphML), (.gml, gml)] {
            let graph = try MeshGraph.read(form, path)
            #expect(graph.nodes.map(\.name) == ["X", "Y", "G"])
            #expect(graph.edges.map(\.kind) == [.laser, .radio])
            #expect(graph.edges[1].lengthKm == 550)
            // A degree of latitude 550 km above the equator.
            #expect(abs(graph.edges[0].lengthKm - (6_378.137 + 550) * .pi / 180) < 1.5)
        }
    }

    private static let node =
        "node [ id 1 label \"X\" kind \"satellite\" latitudeDeg 0 longitudeDeg 1 altitudeKm 500 ]"

    @Test(arguments: [
        ("graph [ node [ id 1 label \"A\" ] ]", "line 1", "kind satellite or station"),
        ("graph [\n node [ id 1 kind \"moon\" ] ]", "line 2", "'moon'"),
        ("graph [\n \(node)\n edge [ source 1 target 9 ] ]", "line 3", "'9'"),
        ("graph [\n \(node)\n edge [ source 1 target 1 ] ]", "line 3", "itself"),
        ("graph [\n \(node)\n \(node) ]", "line 3", "a second node"),
        ("graph [\n \(node.replacing("500", with: "x")) ]", "line 2", "'x'"),
        ("graph [\n \(node.replacing("Deg 0", with: "Deg 91")) ]", "line 2", "latitude_deg '91'"),
        ("graph [\n name \"a", "line 2", "without end"), ("graph [\n 3 4 ]", "line 2", "a key"),
        ("graph [\n", "line 2", "]"), ("nothing 1", "no graph", "graph ["),
        ("graph [ ]", "no node", "satellite"), ("graph [ timeS \"soon\" ]", "time_s", "'soon'"),
    ])
    func `a wrong GML is told with its line`(text: String, place: String, said: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(text, to: "wrong.gml")
        let message = FormatSamples.fault(of: .gml, path, in: folder)
        #expect(
            message?.contains(place) == true && message?.contains(said) == true, "\(message ?? "")")
    }

    @Test(arguments: [
        ("<graphml", "line 1"), ("<gexf/>", "another root element"), ("<graphml/>", "no node"),
        ("<graphml>\n<graph>\n<node id='a'/></graph></graphml>", "line 3"),
    ])
    func `a wrong GraphML is told`(text: String, said: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(text, to: "wrong.graphml")
        let message = FormatSamples.fault(of: .graphML, path, in: folder)
        #expect(message?.contains(said) == true, "\(message ?? "")")
        try Data([0x3c, 0xff, 0xfe, 0x3e]).write(to: folder.url.appending(path: "bytes.graphml"))
        let bytes = FormatSamples.fault(of: .graphML, folder.path("bytes.graphml"), in: folder)
        #expect(bytes?.contains("not UTF-8") == true)
    }

    @Test func `a laser that is not as long as its ends are apart is refused`() throws {
        let folder = try TemporaryFolder()
        let other = Self.node.replacing("id 1", with: "id 2").replacing("\"X\"", with: "\"Y\"")
            .replacing("longitudeDeg 1", with: "longitudeDeg 2")
        let path = try folder.write(
            "graph [\n\(Self.node)\n\(other)\nedge [ source 1 target 2 lengthKm 100 ] ]",
            to: "a.gml")
        let message = FormatSamples.fault(of: .gml, path, in: folder)
        #expect(message?.contains("line 4: found a laser of 100.0 km") == true)
    }
}

extension MeshGraph {
    fileprivate static func read(_ form: ExchangeForm, _ path: String) throws -> MeshGraph {
        let bytes = try InputFile.bytes(of: path)
        return try form == .gml
            ? MeshGraph(gml: bytes, file: path) : MeshGraph(graphML: bytes, file: path)
    }
}
