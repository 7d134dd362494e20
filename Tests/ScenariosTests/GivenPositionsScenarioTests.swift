import LaserMesh
import Orbits
import Results
import Routing
import TestSupport
import Testing

@testable import Scenarios

@Suite struct GivenPositionsScenarioTests {
    static let header = "satellite,plane,slot,latitude_deg,longitude_deg,altitude_km\n"
    static let satellites =
        header + """
            a,0,0,10,0,550
            b,0,1,20,5,550
            c,1,0,10,10,550
            d,,,-60,100,700
            """
    static let scenario = """
        window: { duration_s: 20, step_s: 10 }
        constellation: { positions: { file: satellites.csv } }
        ground:
          stations:
            - { name: G, latitude_deg: 9, longitude_deg: -2 }
            - { name: H, latitude_deg: 11, longitude_deg: 12 }
          links: { file: links.csv }
        pairs: [[G, H]]
        """
    static let links = "station,satellite,length_km\nG,a,1000\nG,d,20\nH,c,30.5\n"

    static func experiment(
        _ text: String = scenario, satellites: String = satellites, links: String = links,
        lasers: String = "a,b\n"
    ) throws -> Experiment {
        let folder = try TemporaryFolder()
        try folder.write(satellites, to: "satellites.csv")
        try folder.write(links, to: "links.csv")
        try folder.write(lasers, to: "lasers.csv")
        return try Experiment(Scenario(text: text, file: folder.path("s.yaml")))
    }

    @Test func `links have their given lengths, and routes go over them`() throws {
        let experiment = try Self.experiment()
        #expect(experiment.satelliteNames == ["a", "b", "c", "d"])
        #expect(experiment.inputs.map(\.name) == ["satellites.csv", "links.csv"])
        let (mesh, rejected) = experiment.mesh(atSeconds: 0)
        #expect(rejected.isEmpty)
        let radio = mesh.links.filter { $0.kind == .radio }
        #expect(radio.map(\.lengthKm) == [1_000, 30.5, 20])
        let lasers = mesh.links.filter { $0.kind == .laser }.map { [$0.a.index, $0.b.index] }
        #expect(lasers == [[0, 1], [0, 2]])
        #expect(!mesh.hasMeasuredLengths && mesh.positions?.count == 6)
        var query = AStar()
        let found = query.route(in: mesh, from: mesh.station(0), to: mesh.station(1))
        let route = try #require(found)
        #expect(route.nodes == [NodeID(4), NodeID(0), NodeID(2), NodeID(5)])
        // Given lengths that are shorter than the straight line do not mislead the search.
        #expect(OneToAll.best(in: mesh, from: mesh.station(0), to: mesh.station(1)) == route)
    }

    @Test func `a batch of given positions and links is the same as its instants`() throws {
        let moving =
            "time_s," + Self.header + """
                0,a,0,0,10,0,550
                100,a,0,0,14,3,550
                0,b,0,1,20,5,550
                5,b,0,1,20,6,550
                0,c,1,0,10,10,550
                100,c,1,0,10,12,550
                0,d,,,-60,100,700
                """
        let experiment = try Self.experiment(satellites: moving)
        var block = BlockMeshes(experiment)
        block.build(0..<2)
        for instant in 0..<2 {
            let (mesh, rejected) = experiment.mesh(
                atSeconds: experiment.window.seconds(at: instant))
            #expect(block.batch.mesh(at: instant).links == mesh.links)
            #expect(rejected.map(\.0) == (instant == 0 ? [] : [1, 3]))
            #expect(
                block.rejected.filter { $0.instant == instant }.map(\.satellite)
                    == rejected.map(\.0))
        }
        #expect(throws: ScenarioError.self) {
            try Self.experiment(
                Self.scenario.replacing("duration_s: 20", with: "duration_s: 200"),
                satellites: moving)
        }
    }

    @Test func `a file of lasers may say when they are pointed`() throws {
        let text = Self.scenario.replacing(
            "ground:", with: "lasers: { topology: file, file: lasers.csv }\nground:")
        let experiment = try Self.experiment(
            text, lasers: "a,b,up_s,down_s\na,b,-inf,10\nb,c,10,20\na,b,15,inf\n")
        func lasers(_ seconds: Double) -> [[Int]] {
            experiment.mesh(atSeconds: seconds).mesh.links.filter { $0.kind == .laser }
                .map { [$0.a.index, $0.b.index] }
        }
        #expect(lasers(0) == [[0, 1]])
        #expect(lasers(10) == [[1, 2]])
        #expect(lasers(17) == [[0, 1], [1, 2]])
        #expect(lasers(20) == [[0, 1]])
    }

    static let wrong: [(String, String, String)] = [
        ("a,0,0,10,", "a,0,0,91,", "degrees from -90 to 90"),
        ("b,0,1,", "b,0,0,", "a plane and a slot that no other satellite has"),
        ("c,1,0,", "c,1,,", "a slot, from 0"),
        ("b,0,1,", "a,0,0,", "each satellite once"),
        (",altitude_km", ",height", "altitude_km"),
        ("a,0,0,10,0,550", "a,0,0,10,0,-3", "kilometres from 0"),
    ]

    @Test(arguments: wrong)
    func `a wrong row is named`(right: String, wrong: String, sentence: String) {
        #expect(Self.satellites.contains(right))
        #expect {
            try Self.experiment(satellites: Self.satellites.replacing(right, with: wrong))
        } throws: { error in
            let message = (error as? any ReportableError)?.message ?? "\(error)"
            return message.contains(sentence) && message.contains("satellites.csv")
        }
    }

    @Test(arguments: [
        ("G,a,1000", "G,x,1000", "the name of a satellite"),
        ("G,a,1000", "X,a,1000", "the name of a station"),
        ("G,d,20", "G,a,20", "each link of a station once"),
        ("G,a,1000", "G,a,-1", "kilometres from 0"),
    ])
    func `a wrong link is named`(right: String, wrong: String, sentence: String) {
        #expect {
            try Self.experiment(links: Self.links.replacing(right, with: wrong))
        } throws: { error in
            let message = (error as? any ReportableError)?.message ?? "\(error)"
            return message.contains(sentence) && message.contains("links.csv")
        }
    }

    @Test(arguments: [
        (
            "positions: { file: satellites.csv }",
            "positions: { file: satellites.csv }, gravity: wgs72",
            "no theory beside positions"
        ),
        (
            "links: { file: links.csv }", "links: { file: links.csv }\n  min_elevation_deg: 5",
            "no rule beside links that are given"
        ),
        ("ground:", "lasers: { topology: motif }\nground:", "one of offsets, zones"),
        ("ground:", "lasers: { offsets: [[0, 1]] }\nground:", "'topology: motif' only"),
        ("ground:", "lasers: { topology: motif, offsets: [[0, 0]] }\nground:", "another satellite"),
        ("ground:", "lasers: { topology: motif, offsets: [[0]] }\nground:", "[planes, slots]"),
        ("ground:", "lasers: { shell_terminals: 1 }\nground:", "expected two shells at least"),
        ("[[G, H]]", "{ file: links.csv }", "source"),
    ])
    func `a wrong key is named`(right: String, wrong: String, sentence: String) {
        #expect(Self.scenario.contains(right))
        #expect {
            try Self.experiment(Self.scenario.replacing(right, with: wrong))
        } throws: { error in
            ((error as? any ReportableError)?.message ?? "\(error)").contains(sentence)
        }
    }
}

extension OneToAll {
    /// The best route by a search that no bound guides.
    fileprivate static func best(in mesh: Mesh, from source: NodeID, to goal: NodeID) -> Route? {
        var query = OneToAll()
        query.search(in: mesh, from: source)
        return query.route(to: goal)
    }
}
