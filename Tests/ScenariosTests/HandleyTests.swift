import Foundation
import LaserMesh
import Numerics
import Routing
import TestSupport
import Testing

@testable import Scenarios

/// Disjoint routes and bent pipes as in Handley, HotNets 2018 and 2019, DOI
/// 10.1145/3286062.3286075 and 10.1145/3365609.3365859.
@Suite struct HandleyTests {
    /// The answers of a scenario of the repository, at fewer instants.
    private static func answers(
        _ name: String, everyS step: Int = 600, replacing old: String = "", with new: String = ""
    ) throws -> [RouteAnswer] {
        let path = SharedData.checkout.appending(path: "Datasets/scenarios/\(name).yaml").path
        let text = try String(contentsOfFile: path, encoding: .utf8)
            .replacing("step_s: 30", with: "step_s: \(step)")
        #expect(old.isEmpty || text.contains(old))
        let experiment = try Experiment(
            Scenario(text: old.isEmpty ? text : text.replacing(old, with: new), file: path))
        let pairs = try experiment.pairs()
        return RankedBlock(
            experiment, by: try #require(try experiment.algorithm()), pairs: pairs,
            stations: experiment.stations(of: pairs), instants: 0..<experiment.window.count
        ).entries.map(\.answer)
    }

    /// The links of routes, each as its two ends, and whether none stands twice.
    private static func shareNothing(_ routes: [Route]) -> Bool {
        let links = routes.flatMap { route in
            zip(route.nodes, route.nodes.dropFirst()).map { [min($0, $1), max($0, $1)] }
        }
        return Set(links).count == links.count
    }

    private static func medianMs(_ answers: [RouteAnswer]) throws -> Double {
        try Statistics(answers.compactMap { $0.routes.first?.rttMs }).median
    }

    /// All twenty exist at every instant that is looked at, taken either way.
    @Test func `twenty routes share no link, and their total is the least`() throws {
        let total = try Self.answers("handley-twenty-routes")
        let greedy = try Self.answers(
            "handley-twenty-routes", replacing: "by: total", with: "by: greedy")
        var gains: [Double] = []
        for (one, other) in zip(total, greedy) {
            #expect(one.routes.count == 20 && one.note == nil && other.routes.count == 20)
            #expect(Self.shareNothing(one.routes) && Self.shareNothing(other.routes))
            let sums = [one, other].map { $0.routes.map(\.lengthKm).reduce(0, +) }
            #expect(sums[0] <= sums[1] && one.routes[0].lengthKm >= other.routes[0].lengthKm)
            gains.append(1 - sums[0] / sums[1])
        }
        // To take the best first costs the others a little.
        #expect(gains.contains { $0 > 1e-4 }, "\(gains)")
    }

    @Test func `over the first shell there are fewer, and the best is as published`() throws {
        let answers = try Self.answers("handley-disjoint")
        for answer in answers {
            #expect((12...19).contains(answer.routes.count))
            #expect(answer.note == .fewer(asked: 20) && Self.shareNothing(answer.routes))
        }
        // Published as about 50 ms.
        #expect(abs(try Self.medianMs(answers) - 50.5) < 0.7)
        let total = try Self.answers(
            "handley-disjoint", replacing: "by: greedy", with: "by: total")
        for (one, other) in zip(total, answers) {
            #expect(one.routes.count >= other.routes.count)
        }
    }

    /// Published are 36 ms, in whole milliseconds, against 38 over fibre along the great circle. Which relays
    /// the paper takes is not known here: a grid of every two degrees stands for them, and is a little
    /// faster, 35.3 ms. That this is the time of this grid is checked below by other programs.
    @Test func `bent pipes over relays take the published time`() throws {
        let answers = try Self.answers(
            "handley-bent-pipe", replacing: "by: total", with: "by: greedy")
        for answer in answers {
            #expect(answer.routes.count >= 10 && Self.shareNothing(answer.routes))
            for route in answer.routes { #expect(route.hops.isMultiple(of: 2)) }
        }
        let best = try Self.answers(
            "handley-bent-pipe", everyS: 120, replacing: "k: 20, of: links, by: total", with: "k: 1"
        )
        let median = try Self.medianMs(best)
        #expect(median > 35 && median < 36, "\(median) ms")
        let total = try Self.answers("handley-bent-pipe")
        for (one, other) in zip(total, answers) where one.routes.count == other.routes.count {
            #expect(
                one.routes.map(\.lengthKm).reduce(0, +)
                    <= other.routes.map(\.lengthKm).reduce(0, +))
        }
    }

    private static let modules = ["numpy", "scipy", "sgp4"]

    @Test(
        .enabled(
            if: PythonOracle.isPresent(modules), Comment(rawValue: PythonOracle.absent(modules))))
    func `bent pipes take as long by python-sgp4 and scipy`() throws {
        let path = SharedData.checkout.appending(
            path: "Datasets/scenarios/handley-bent-pipe.yaml"
        ).path
        let experiment = try Experiment(Scenario(contentsOf: path))
        let answers = try Self.answers(
            "handley-bent-pipe", replacing: "k: 20, of: links, by: total", with: "k: 1")
        var input = "shell 24 66 53 550 \(13.0 / 24)\nepoch 2458437.5\nmask 25\n"
        for station in experiment.stations {
            input += "station \(station.place.latitudeDeg) \(station.place.longitudeDeg)\n"
        }
        for (index, answer) in answers.enumerated() {
            input += "answer \(600 * index) \(answer.routes.first?.rttMs ?? .nan)\n"
        }
        let output = try #require(try PythonOracle.output(of: "bent_pipe.py", input: input))
        let words = output.split(separator: " ")
        #expect(words[1] == "\(answers.count)" && answers.count == 10)
        // One Julian date holds the sidereal time to 20 us, in which a satellite moves 15 cm.
        #expect(try #require(Double(words[4])) < 0.01)
    }
}
