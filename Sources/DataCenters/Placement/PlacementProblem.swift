/// Which k of n sites serve users best.
///
/// Each user is served by the chosen site with the least latency. Users whom no chosen site reaches cost
/// ``unreachedMs``, which bounds all latencies from above.
public struct PlacementProblem: Sendable {
    /// What a choice has the least of.
    public enum Objective: String, Sendable, CaseIterable {
        /// Mean latency over the weights of the users [ms].
        case mean

        /// The greatest latency of a user of any weight [ms].
        case worst

        /// The share of the weight that is not served within a latency.
        case coverage
    }

    /// The objective.
    public let objective: Objective

    /// Latencies, user by user, a place for each site [ms]; infinite where a site does not reach a user.
    public let latencyMs: [Double]

    /// Weight of each user.
    public let weights: [Double]

    /// How many sites there are.
    public let siteCount: Int

    /// What a user costs whom nothing reaches [ms].
    public let unreachedMs: Double

    /// Latency within which a user is covered [ms].
    public let withinMs: Double

    /// The group of each site, such as its country.
    public let groupOf: [Int]

    /// The most sites of each group.
    public let greatestOfGroup: [Int]

    /// What each user costs with each site alone, user by user.
    let costs: [Double]

    /// What each user costs without any site.
    let noneCost: Double

    let totalWeight: Double

    /// Creates a problem.
    ///
    /// - Parameters:
    ///   - objective: What to have the least of.
    ///   - latencyMs: For each user the latencies to all sites [ms].
    ///   - weights: Weight of each user, at least one above zero.
    ///   - unreachedMs: What a user costs whom nothing reaches [ms].
    ///   - withinMs: Latency within which a user is covered [ms].
    ///   - groupOf: The group of each site; `nil` for no limits.
    ///   - greatestOfGroup: The most sites of each group.
    public init(
        _ objective: Objective, latencyMs: [[Double]], weights: [Double],
        unreachedMs: Double = 1_000, withinMs: Double = 50, groupOf: [Int]? = nil,
        greatestOfGroup: [Int] = [.max]
    ) {
        let count = latencyMs.first?.count ?? 0
        precondition(latencyMs.count == weights.count && latencyMs.allSatisfy { $0.count == count })
        self.objective = objective
        self.latencyMs = latencyMs.flatMap { $0 }
        self.weights = weights
        siteCount = count
        self.unreachedMs = unreachedMs
        self.withinMs = withinMs
        self.groupOf = groupOf ?? Array(repeating: 0, count: count)
        self.greatestOfGroup = greatestOfGroup
        totalWeight = weights.reduce(0, +)
        switch objective {
        case .mean, .worst:
            costs = self.latencyMs.map { min($0, unreachedMs) }
            noneCost = unreachedMs
        case .coverage:
            costs = self.latencyMs.map { $0 <= withinMs ? 0 : 1 }
            noneCost = 1
        }
    }

    /// The value of a choice of sites.
    ///
    /// - Complexity: O(users · chosen).
    public func value(of sites: [Int]) -> Double {
        value(
            ofUserCosts: weights.indices.map { user in
                sites.reduce(noneCost) { min($0, costs[user * siteCount + $1]) }
            })
    }

    /// The value when each user costs so much.
    func value(ofUserCosts userCosts: [Double]) -> Double {
        switch objective {
        case .mean, .coverage:
            return zip(userCosts, weights).reduce(0) { $0 + $1.0 * $1.1 } / totalWeight
        case .worst:
            return zip(userCosts, weights).reduce(0) { $1.1 > 0 ? max($0, $1.0) : $0 }
        }
    }

    /// The costs of all users when a site is there too.
    func adding(_ site: Int, to userCosts: [Double]) -> [Double] {
        userCosts.indices.map { min(userCosts[$0], costs[$0 * siteCount + site]) }
    }

    /// Whether the groups let a site join some others.
    func mayJoin(_ site: Int, _ sites: [Int]) -> Bool {
        let group = groupOf[site]
        return !sites.contains(site)
            && sites.count { groupOf[$0] == group } < greatestOfGroup[group]
    }

    /// The most sites that the groups allow.
    public var greatestCount: Int {
        greatestOfGroup.indices.reduce(0) { sum, group in
            sum + min(greatestOfGroup[group], groupOf.count { $0 == group })
        }
    }
}
