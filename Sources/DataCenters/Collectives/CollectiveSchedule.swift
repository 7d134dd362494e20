/// Who sends what to whom in a collective, phase by phase.
///
/// The parts are those of ``CollectiveAlgorithm/steps(of:sites:)``.
public struct CollectiveSchedule: Sendable {
    /// A message as a part of the whole.
    public struct Part: Sendable, Hashable {
        /// The site that sends, by its place.
        public var source: Int

        /// The site that receives, by its place.
        public var destination: Int

        /// Of the bytes of the collective.
        public var share: Double
    }

    /// The messages of each phase; those of one are sent at once.
    public let phases: [[Part]]

    /// Makes the schedule of a collective; `nil` where the algorithm does not do this.
    ///
    /// - Parameters:
    ///   - collective: What the sites do together.
    ///   - algorithm: In which way they do it.
    ///   - order: The sites in the order of their ranks, each once; neighbours in a ring, the first one at
    ///     the root of a tree.
    ///   - groups: For the hierarchical algorithm the sites of each group, the one that speaks for it first;
    ///     all sites of `order` once.
    public init?(
        _ collective: Collective, by algorithm: CollectiveAlgorithm, order: [Int],
        groups: [[Int]] = []
    ) {
        precondition(!order.isEmpty)
        switch (algorithm, collective) {
        case (.ring, .allReduce):
            phases = Self.ring(order, rounds: 2 * (order.count - 1))
        case (.ring, .reduceScatter), (.ring, .allGather):
            phases = Self.ring(order, rounds: order.count - 1)
        case (.pairwise, .allToAll):
            phases = Self.pairwise(order)
        case (.recursiveDoubling, .allReduce):
            phases = Self.folded(order) { ranks in
                Self.distances(ranks.count).map { Self.exchange(ranks, at: $0, share: 1) }
            }
        case (.halvingDoubling, .allReduce):
            phases = Self.folded(order) { ranks in
                var share = 1.0
                let halves = Self.distances(ranks.count).reversed().map { distance in
                    share /= 2
                    return Self.exchange(ranks, at: distance, share: share)
                }
                return halves + halves.reversed()
            }
        case (.tree, .broadcast): phases = Self.tree(order)
        case (.tree, .reduce): phases = Self.reversed(Self.tree(order))
        case (.tree, .allReduce): phases = Self.reversed(Self.tree(order)) + Self.tree(order)
        case (.hierarchical, .broadcast), (.hierarchical, .reduce), (.hierarchical, .allReduce):
            precondition(groups.flatMap { $0 }.sorted() == order.sorted())
            // The groups in the order of the sites that speak for them.
            let speakers = order.filter { site in groups.contains { $0.first == site } }
            let inside = Self.together(groups.map(Self.tree))
            switch collective {
            case .broadcast: phases = Self.tree(speakers) + inside
            case .reduce: phases = Self.reversed(inside) + Self.reversed(Self.tree(speakers))
            default:
                phases =
                    Self.reversed(inside)
                    + Self.ring(speakers, rounds: 2 * (speakers.count - 1)) + inside
            }
        default: return nil
        }
    }

    /// The messages of a collective of so many bytes.
    public func messages(bytes: Double) -> [[Message]] {
        phases.map { phase in
            phase.map { Message(from: $0.source, to: $0.destination, bytes: $0.share * bytes) }
        }
    }

    private static func ring(_ order: [Int], rounds: Int) -> [[Part]] {
        let round = order.indices.map { rank in
            Part(
                source: order[rank], destination: order[(rank + 1) % order.count],
                share: 1 / Double(order.count))
        }
        return Array(repeating: round, count: rounds)
    }

    private static func pairwise(_ order: [Int]) -> [[Part]] {
        (1..<max(1, order.count)).map { shift in
            order.indices.map { rank in
                Part(
                    source: order[rank], destination: order[(rank + shift) % order.count],
                    share: 1 / Double(order.count))
            }
        }
    }

    /// 1, 2, 4, ... below a count.
    private static func distances(_ count: Int) -> [Int] {
        var distances: [Int] = []
        var distance = 1
        while distance < count {
            distances.append(distance)
            distance *= 2
        }
        return distances
    }

    private static func exchange(_ ranks: [Int], at distance: Int, share: Double) -> [Part] {
        ranks.indices.map {
            Part(source: ranks[$0], destination: ranks[$0 ^ distance], share: share)
        }
    }

    /// Folds surplus sites into partners, so that a power of two is left, and unfolds them at the end.
    private static func folded(_ order: [Int], _ inner: ([Int]) -> [[Part]]) -> [[Part]] {
        let power = 1 << (Int.bitWidth - 1 - order.count.leadingZeroBitCount)
        let surplus = order.count - power
        guard surplus > 0 else { return inner(order) }
        let fold = (0..<surplus).map {
            Part(source: order[2 * $0 + 1], destination: order[2 * $0], share: 1)
        }
        let ranks = (0..<surplus).map { order[2 * $0] } + order[(2 * surplus)...]
        return [fold] + inner(ranks) + reversed([fold])
    }

    /// A binomial tree from the first site.
    private static func tree(_ order: [Int]) -> [[Part]] {
        distances(order.count).map { reached in
            (0..<min(reached, order.count - reached)).map {
                Part(source: order[$0], destination: order[$0 + reached], share: 1)
            }
        }
    }

    /// The same the other way, from the leaves to the root.
    private static func reversed(_ phases: [[Part]]) -> [[Part]] {
        phases.reversed().map { phase in
            phase.map { Part(source: $0.destination, destination: $0.source, share: $0.share) }
        }
    }

    /// Schedules side by side, which begin together.
    private static func together(_ schedules: [[[Part]]]) -> [[Part]] {
        (0..<(schedules.map(\.count).max() ?? 0)).map { phase in
            schedules.flatMap { phase < $0.count ? $0[phase] : [] }
        }
    }
}
