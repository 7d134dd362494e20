/// Chooses k sites: greedily, by exchanges, and exactly.
///
/// The gain of a site over others is submodular for means and coverage: it falls with every site that is
/// there already. So what the best k sites can gain over any choice S is at most the sum of the k greatest
/// gains over S, which bounds the optimum from below, more tightly than the factor 1 - 1/e that holds for the
/// greedy choice in any case. For the worst user the bound is the one whom even all sites serve badly.
///
/// - Note: G. L. Nemhauser, L. A. Wolsey, M. L. Fisher, "An analysis of approximations for maximizing
///   submodular set functions", Mathematical Programming 14 (1978) 265, DOI 10.1007/BF01588971; local search:
///   V. Arya et al., SIAM Journal on Computing 33 (2004) 544, DOI 10.1137/S0097539702416402.
public struct PlacementSearch: Sendable {
    /// The problem.
    public let problem: PlacementProblem

    /// How many sites are chosen.
    public let count: Int

    private let isAdditive: Bool

    /// Creates a search for so many sites, as far as there are as many.
    public init(_ problem: PlacementProblem, choosing count: Int) {
        precondition(count >= 1)
        self.problem = problem
        self.count = min(count, problem.greatestCount)
        isAdditive = problem.objective != .worst
    }

    private var none: [Double] {
        Array(repeating: problem.noneCost, count: problem.weights.count)
    }

    /// Takes the site that helps most, one after another; of equal ones the first.
    ///
    /// - Complexity: O(k · sites · users).
    public func greedy() -> PlacementAnswer {
        var sites: [Int] = []
        var costs = none
        var bound = lowerBound(sites, costs, left: count, from: 0)
        while sites.count < count {
            var best: (site: Int, value: Double, mean: Double)?
            for site in 0..<problem.siteCount where problem.mayJoin(site, sites) {
                let joined = problem.adding(site, to: costs)
                let value = problem.value(ofUserCosts: joined)
                // Where the worst user stays as he is, the others decide.
                let mean = isAdditive ? 0 : joined.reduce(0, +)
                if let known = best, (known.value, known.mean) <= (value, mean) { continue }
                best = (site, value, mean)
            }
            guard let best else { break }
            sites.append(best.site)
            costs = problem.adding(best.site, to: costs)
            // Gains over any choice bound what k sites gain, these ones too.
            bound = max(bound, lowerBound([], costs, left: count, from: 0))
        }
        return PlacementAnswer(
            method: .greedy, sites: sites.sorted(), value: problem.value(ofUserCosts: costs),
            bound: bound)
    }

    /// Exchanges one site for another while that helps.
    ///
    /// - Complexity: O(k · sites · users) for each exchange.
    public func localSearch(from start: PlacementAnswer) -> PlacementAnswer {
        var sites = start.sites
        var value = start.value
        var bound = start.bound
        search: while true {
            for place in sites.indices {
                var others = sites
                others.remove(at: place)
                let costs = others.reduce(none) { problem.adding($1, to: $0) }
                for site in 0..<problem.siteCount
                where problem.mayJoin(site, sites)
                    || problem
                        .mayJoin(site, others) && !sites.contains(site)
                {
                    let other = problem.value(ofUserCosts: problem.adding(site, to: costs))
                    guard other < value * (1 - 1e-12) else { continue }
                    sites = (others + [site]).sorted()
                    value = other
                    continue search
                }
            }
            break
        }
        let costs = sites.reduce(none) { problem.adding($1, to: $0) }
        bound = max(bound, lowerBound([], costs, left: count, from: 0))
        return PlacementAnswer(method: .localSearch, sites: sites, value: value, bound: bound)
    }

    /// The best choice, by branch and bound.
    ///
    /// - Parameters:
    ///   - start: A choice to begin with; nothing worse is looked at.
    ///   - nodeLimit: How many partial choices to look at, at most.
    /// - Returns: The best choice; `nil` when the limit did not suffice.
    /// - Complexity: exponential in the worst case.
    public func exact(from start: PlacementAnswer, nodeLimit: Int = 200_000) -> PlacementAnswer? {
        // Sites that help most alone come first, so that good choices are met early.
        let alone = (0..<problem.siteCount).map {
            problem.value(ofUserCosts: problem.adding($0, to: none))
        }
        let ranked = (0..<problem.siteCount).sorted { (alone[$0], $0) < (alone[$1], $1) }
        var best = (sites: start.sites, value: start.value)
        var nodes = 0
        func descend(_ sites: [Int], _ costs: [Double], from place: Int) -> Bool {
            nodes += 1
            guard nodes <= nodeLimit else { return false }
            let left = count - sites.count
            if left == 0 {
                let value = problem.value(ofUserCosts: costs)
                if value < best.value * (1 - 1e-12) { best = (sites.sorted(), value) }
                return true
            }
            let candidates = ranked[place...].filter { problem.mayJoin($0, sites) }
            guard candidates.count >= left else {
                // Groups are full: fewer sites than asked for are a choice, too.
                return true
            }
            let bound = lowerBound(sites, costs, left: left, among: candidates)
            guard bound < best.value * (1 - 1e-12) else { return true }
            for next in place..<ranked.count where problem.mayJoin(ranked[next], sites) {
                let joined = problem.adding(ranked[next], to: costs)
                guard descend(sites + [ranked[next]], joined, from: next + 1) else { return false }
                if ranked.count - next - 1 < left { break }
            }
            return true
        }
        guard descend([], none, from: 0) else { return nil }
        return PlacementAnswer(
            method: .exact, sites: best.sites, value: best.value, bound: best.value)
    }

    private func lowerBound(
        _ sites: [Int], _ costs: [Double], left: Int, from place: Int
    ) -> Double {
        lowerBound(
            sites, costs, left: left,
            among: (place..<problem.siteCount).filter { !sites.contains($0) })
    }

    /// A value that no choice of some more sites is below.
    private func lowerBound(
        _ sites: [Int], _ costs: [Double], left: Int, among candidates: [Int]
    ) -> Double {
        // With all candidates at once.
        let all = problem.value(
            ofUserCosts: candidates.reduce(costs) { problem.adding($1, to: $0) })
        guard isAdditive else { return all }
        let now = problem.value(ofUserCosts: costs)
        let gains = candidates.map {
            now - problem.value(ofUserCosts: problem.adding($0, to: costs))
        }
        let greatest = gains.sorted(by: >).prefix(left).reduce(0, +)
        return max(all, now - greatest)
    }
}
