import Contacts
import Foundation
import LaserMesh
import Orbits
import Results
import TestSupport
import Testing

@testable import Scenarios

@Suite struct ExplanationRunTests {
    private static func explain(
        _ one: String, _ other: String, _ text: String = ContactRunTests.scenario
    ) throws -> String {
        try ExplanationRun(ContactRunTests.experiment(text), between: one, and: other).text
    }

    /// Phases are without gaps, up exactly in the contacts, and margins have the sign of the verdict.
    @Test func `phases agree with the contacts`() async throws {
        let experiment = try ContactRunTests.experiment()
        let finder = try experiment.contactFinder
        let plan = await finder.plan(over: experiment.windowS)
        var both = 0
        let pairs = [(0, 8), (3, 11), (5, 48), (20, 49), (40, 48), (11, 49), (16, 50), (0, 1)]
        for (a, b) in pairs {
            let explanation = finder.explanation(
                of: NodeID(b), and: NodeID(a), over: experiment.windowS)
            let phases = explanation.phases
            #expect(phases.first?.beginS == plan.startS && phases.last?.endS == plan.endS)
            #expect(zip(phases, phases.dropFirst()).allSatisfy { $0.endS == $1.beginS })
            let contacts = plan.contacts(between: NodeID(a), and: NodeID(b))
                .map { plan.contacts[$0] }
            let isUp = explanation.upS
            #expect(abs(isUp - contacts.reduce(0) { $0 + $1.durationS }) < 1e-6)
            both += isUp > 0 && isUp < 1_500 ? 1 : 0
            for phase in phases {
                #expect(
                    contacts.contains {
                        $0.upS <= phase.beginS + 1e-6 && phase.endS <= $0.downS + 1e-6
                    } == phase.isUp)
                for verdict in phase.verdicts {
                    guard let margin = verdict.margin else { continue }
                    let signed = verdict.holds ? margin.lowerBound : -margin.upperBound
                    #expect(signed > -1e-6)
                }
                let decides = phase.verdicts.first { $0.rule == phase.deciding }
                #expect(decides?.holds == phase.isUp)
            }
        }
        #expect(both > 0)
    }

    @Test func `what can never be is told in words`() throws {
        #expect(try Self.explain("Pole", "New York").contains("both ground stations"))
        let noLaser = try Self.explain("S1-0-0", "S1-3-3")
        #expect(noLaser.contains("no laser is chosen between them"))
        let never = try Self.explain("Pole", "S1-0-0")
        #expect(never.contains("never up, because the satellite is below the least elevation, by "))
        #expect(never.contains("deg at best"))
        let none = ContactRunTests.scenario.replacing("duration_s: 1500", with: "duration_s: 0")
        #expect(try Self.explain("Pole", "S1-0-0", none).contains("the window has no length"))
    }

    @Test func `a wrong name is met with the nearest one`() throws {
        let experiment = try ContactRunTests.experiment()
        #expect(throws: NodeNameError.unknown(name: "New Yrok", nearest: "New York")) {
            try experiment.node(named: "New Yrok")
        }
        #expect(throws: NodeNameError.same(name: "Pole")) {
            try ExplanationRun(experiment, between: "Pole", and: "Pole")
        }
        #expect(try experiment.node(named: "New_York") == experiment.node(named: "New York"))
    }

    /// A satellite that SGP4 rejects, from the beginning or from some time on.
    @Test func `a satellite that decays is told with its reason`() async throws {
        let epoch = Instant(year: 2026, month: 8, day: 23)
        func set(_ number: UInt32, drag: Double, revPerDay: Double) -> ElementSet {
            ElementSet(
                catalogNumber: CatalogNumber(number), epoch: epoch, inclinationRad: 0.9,
                raanRad: 1, eccentricity: 0.001, argumentOfPerigeeRad: 0, meanAnomalyRad: 2,
                meanMotionRadPerMin: revPerDay / ElementSet.revPerDayPerRadPerMin,
                bstarPerEarthRadius: drag)
        }
        // The first one falls within the day, the second one stays.
        let constellation = Constellation([
            set(1, drag: 0.05, revPerDay: 16.2), set(2, drag: 0, revPerDay: 15),
        ])
        let observer = GroundStation(name: "g", latitudeDeg: 20, longitudeDeg: 10)
        let finder = ContactFinder(
            constellation,
            builder: MeshBuilder(topology: LinkList([LaserLink(0, 1)]), stations: [observer]),
            epoch: epoch)
        let window = 0.0..<86_400
        let rejections = finder.rejections(over: window)
        #expect(rejections.map(\.satellite) == [0])
        let from = try #require(rejections.first?.seconds)
        #expect(from > 600 && from < 86_000)
        let explanation = finder.explanation(of: NodeID(0), and: NodeID(2), over: window)
        let last = try #require(explanation.phases.last)
        #expect(last.deciding == .position && !last.isUp && abs(last.beginS - from) < 0.01)
        let plan = await finder.plan(over: window)
        #expect(plan.contacts.allSatisfy { $0.a != NodeID(0) || $0.downS <= from + 1e-3 })
    }

    @Test func `the table has a row for each phase and rule`() throws {
        let folder = try TemporaryFolder()
        let experiment = try ContactRunTests.experiment()
        let run = try ExplanationRun(experiment, between: "S1-0-0", and: "S1-1-0")
        let results = try ResultFolder(at: folder.path("out"))
        try run.write(into: results)
        try experiment.finish(results, program: "test")
        let table = try CSVTable(contentsOf: folder.path("out/explain.csv"))
        #expect(
            table.header == [
                "from_s", "to_s", "state", "rule", "holds", "margin_min", "margin_max", "unit",
                "decides",
            ])
        #expect(
            Array(try table.strings("rule").prefix(4)) == [
                "position", "topology", "range", "grazing",
            ])
        #expect(try table.strings("decides").count { $0 == "yes" } * 4 == table.rowCount)
    }
}
