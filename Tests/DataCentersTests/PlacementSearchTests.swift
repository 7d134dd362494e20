import DataCenters
import TestSupport
import Testing

@Suite struct PlacementSearchTests {
    private func problem(
        _ objective: PlacementProblem.Objective, users: Int, sites: Int,
        groups: Bool = false, _ random: inout SeededGenerator
    ) -> PlacementProblem {
        let at = (0..<users + sites).map { _ in random.pointOnSphere(radius: 100) }
        let latency = (0..<users).map { user in
            (0..<sites).map { site -> Double in
                let away = at[user] - at[users + site]
                let ms = (away * away).sum().squareRoot()
                return ms > 150 ? .infinity : ms
            }
        }
        return PlacementProblem(
            objective, latencyMs: latency,
            weights: (0..<users).map { _ in Double.random(in: 0.1...5, using: &random) },
            unreachedMs: 300, withinMs: 60,
            groupOf: groups ? (0..<sites).map { $0 % 3 } : nil,
            greatestOfGroup: groups ? [1, 1, 2] : [.max])
    }

    private func combinations(_ sites: Int, _ count: Int) -> [[Int]] {
        if count == 0 { return [[]] }
        return (0..<sites).flatMap { last in
            combinations(last, count - 1).map { $0 + [last] }
        }
    }

    @Test(arguments: PlacementProblem.Objective.allCases, [false, true])
    func `branch and bound finds the best, and bounds hold`(
        objective: PlacementProblem.Objective, groups: Bool
    ) throws {
        var random = SeededGenerator(seed: 8)
        for count in 1...4 {
            let problem = problem(objective, users: 25, sites: 11, groups: groups, &random)
            let search = PlacementSearch(problem, choosing: count)
            let allowed = combinations(11, count).filter { sites in
                (0..<3).allSatisfy { group in
                    sites.count { problem.groupOf[$0] == group }
                        <= (groups ? problem.greatestOfGroup[group] : 99)
                }
            }
            let best = try #require(allowed.map { problem.value(of: $0) }.min())
            let greedy = search.greedy()
            let local = search.localSearch(from: greedy)
            let exact = try #require(search.exact(from: local))
            #expect(abs(exact.value - best) <= 1e-12 * best)
            #expect(exact.gap == 0 && abs(problem.value(of: exact.sites) - best) <= 1e-12 * best)
            #expect(greedy.value >= local.value - 1e-12 && local.value >= best - 1e-12)
            for answer in [greedy, local] {
                #expect(answer.bound <= best + 1e-12)
                #expect(answer.sites.count == count)
                #expect(abs(problem.value(of: answer.sites) - answer.value) < 1e-12)
            }
        }
    }

    @Test func `a limit of choices ends the proof`() {
        var random = SeededGenerator(seed: 9)
        let problem = problem(.mean, users: 60, sites: 40, &random)
        let search = PlacementSearch(problem, choosing: 8)
        #expect(search.exact(from: search.greedy(), nodeLimit: 3) == nil)
    }

    @Test func `more sites than there are`() {
        let problem = PlacementProblem(.mean, latencyMs: [[3, 5]], weights: [1])
        let search = PlacementSearch(problem, choosing: 5)
        #expect(search.greedy().sites == [0, 1] && search.greedy().value == 3)
    }
}
