import DataCenters
import LaserMesh
import Routing
import Testing

@Suite struct TrainingTests {
    private func run(
        _ plan: TrainingPlan, syncS: Double, hours: Double = 24
    ) -> TrainingOutcome {
        // A link that carries the bytes of a synchronisation in so long.
        let timeline = SiteNetworks.equal(
            2, latencyS: 0, gbps: 8 * plan.syncBytes / syncS / 1e9)
        var simulator = TransferSimulator(timeline)
        return plan.run(fromS: 0, toS: hours * 3_600) {
            simulator.run([[Message(from: 0, to: 1, bytes: plan.syncBytes)]], fromS: $0)
        }
    }

    /// INTELLECT-1 (arXiv 2412.01152, table 2), trained for a week instead of by formula.
    @Test(arguments: [(103.0, 95.7), (382, 85.6), (469, 83.0)])
    func `compute utilisation of INTELLECT-1`(syncS: Double, percent: Double) {
        let plan = TrainingPlan(
            parameters: 10e9, innerSteps: 100, bytesPerParameter: 1, stepS: 22.8)
        let outcome = run(plan, syncS: syncS, hours: 168)
        #expect(abs(100 * outcome.utilisation(stepS: plan.stepS) - percent) <= 0.1)
        #expect(abs(outcome.meanSyncS - syncS) < 1e-6)
        let formula = Synchronisation(innerSteps: 100, stepS: 22.8, syncS: syncS)
        #expect(
            abs(outcome.utilisation(stepS: plan.stepS) - formula.utilisation) < 1e-9)
        #expect(
            abs(outcome.tokensPerDay(perStep: 2e6) / formula.tokensPerDay(perStep: 2e6) - 1) < 1e-9)
    }

    @Test func `what is overlapped is not waited for`() {
        // 20 steps of 1 s in four fragments; 3 steps go on while one is synchronised.
        var plan = TrainingPlan(
            parameters: 4e9, innerSteps: 20, bytesPerParameter: 1, fragments: 4, overlapSteps: 3,
            stepS: 1)
        #expect(plan.stepsPerSync == 5 && plan.syncBytes == 1e9)
        let hidden = run(plan, syncS: 2.5)
        #expect(abs(hidden.utilisation(stepS: 1) - 1) < 1e-9)
        let late = run(plan, syncS: 4)
        // A second in six is waited for.
        #expect(abs(late.utilisation(stepS: 1) - 5.0 / 6) < 1e-3)
        plan.overlapSteps = 0
        #expect(abs(run(plan, syncS: 4).utilisation(stepS: 1) - 5.0 / 9) < 1e-3)
    }

    @Test func `a window that is too short for a synchronisation says so`() {
        let plan = TrainingPlan(
            parameters: 1e9, innerSteps: 10, bytesPerParameter: 4, stepS: 60)
        let timeline = TransferTimeline(
            siteCount: 2, startS: [0], endS: 1_000,
            routes: [[TransferRoute(arcs: [TransferArc(from: 0, to: 1)], latencyS: 0)]],
            capacities: TransferCapacities(
                satelliteCount: 0, links: LinkCapacities(fibreGbps: 0.016)))
        var simulator = TransferSimulator(timeline)
        let outcome = plan.run(fromS: 0, toS: 1_000) {
            simulator.run([[Message(from: 0, to: 1, bytes: plan.syncBytes)]], fromS: $0)
        }
        #expect(outcome.syncs == 0 && outcome.meanSyncS.isNaN)
        // From 600 s to 1000 s at 2 MB/s.
        #expect(abs((outcome.unfinished?.sentShare ?? 0) - 0.2) < 1e-9)
        #expect(abs(outcome.utilisation(stepS: 60) - 0.6) < 1e-12)
    }
}
