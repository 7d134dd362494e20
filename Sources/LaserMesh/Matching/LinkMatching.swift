/// Chooses the links of greatest worth together that the terminals can serve.
///
/// Every satellite has some terminals, every link takes one of either end that can point there, and
/// no two satellites have more than one link: a maximum-weight *b*-matching, in which b is the number of
/// terminals.
public enum LinkMatching: String, Sendable, CaseIterable {
    /// The greatest worth there is.
    ///
    /// A b-matching becomes a matching by splitting: a vertex for each terminal, and two for each link,
    /// one towards either end, all joined with edges of the link's worth: the two with one another, and
    /// either with the terminals that can serve it. A link whose two vertices both go to terminals is
    /// chosen, and adds its worth to what it is worth anyhow. With one terminal each there is nothing to
    /// split. Fit for some thousand possible links.
    ///
    /// - Note: H. N. Gabow, "An efficient reduction technique for degree-constrained subgraph and
    ///   bidirected network flow problems", STOC 1983, DOI 10.1145/800061.808776.
    case exact

    /// From the link of greatest worth on, each as long as both ends can serve it: at least half of the
    /// greatest worth there is, and fit for millions of possible links.
    ///
    /// Each link stands in the matroids of its two ends, and where each stands in two the greedy choice
    /// is worth at least half of the best one.
    ///
    /// - Note: T. A. Jenkyns, "The efficacy of the 'greedy' algorithm", Proc. 7th Southeastern Conf. on
    ///   Combinatorics (1976) 341; for matchings R. Preis, STACS 1999, DOI 10.1007/3-540-49116-3_24.
    case greedy

    /// The offers that are chosen, by their places, ascending.
    ///
    /// - Parameters:
    ///   - offers: The possible links, each once, in the order of their ends.
    ///   - satelliteCount: The number of satellites.
    ///   - terminalCount: Terminals of each, at most 64.
    func choose(
        among offers: [LinkOffer], satelliteCount: Int, terminalCount: Int
    ) -> [Int] {
        switch self {
        case .exact where terminalCount == 1:
            Self.pairs(among: offers, satelliteCount: satelliteCount)
        case .exact:
            Self.split(offers, satelliteCount: satelliteCount, terminalCount: terminalCount)
        case .greedy:
            Self.greedy(offers, satelliteCount: satelliteCount, terminalCount: terminalCount)
        }
    }

    /// The links of one terminal each: a matching as it is.
    private static func pairs(among offers: [LinkOffer], satelliteCount: Int) -> [Int] {
        let usable = offers.indices.filter {
            offers[$0].terminals.a & 1 == 1 && offers[$0].terminals.b & 1 == 1
        }
        let matching = MaximumWeightMatching(
            vertexCount: satelliteCount,
            edges: usable.map {
                MatchingEdge(
                    Int(offers[$0].link.a), Int(offers[$0].link.b), weight: offers[$0].weight)
            })
        return usable.filter { matching.partner[Int(offers[$0].link.a)] == Int(offers[$0].link.b) }
    }

    private static func split(
        _ offers: [LinkOffer], satelliteCount: Int, terminalCount: Int
    ) -> [Int] {
        // Terminals first, then two vertices for each offer.
        let first = satelliteCount * terminalCount
        var edges: [MatchingEdge] = []
        for (index, offer) in offers.enumerated() {
            let ends = (first + 2 * index, first + 2 * index + 1)
            edges.append(MatchingEdge(ends.0, ends.1, weight: offer.weight))
            for (vertex, satellite, usable) in [
                (ends.0, offer.link.a, offer.terminals.a),
                (ends.1, offer.link.b, offer.terminals.b),
            ] {
                for terminal in 0..<terminalCount where usable >> UInt64(terminal) & 1 == 1 {
                    edges.append(
                        MatchingEdge(
                            Int(satellite) * terminalCount + terminal, vertex,
                            weight: offer.weight))
                }
            }
        }
        let matching = MaximumWeightMatching(
            vertexCount: first + 2 * offers.count, edges: edges)
        return offers.indices.filter { index in
            [0, 1].allSatisfy { end in
                matching.partner[first + 2 * index + end].map { $0 < first } ?? false
            }
        }
    }

    private static func greedy(
        _ offers: [LinkOffer], satelliteCount: Int, terminalCount: Int
    ) -> [Int] {
        let order = offers.indices.sorted {
            (-offers[$0].weight, offers[$0].steps, offers[$0].link.key)
                < (-offers[$1].weight, offers[$1].steps, offers[$1].link.key)
        }
        var slots = TerminalSlots(
            satelliteCount: satelliteCount, terminalCount: terminalCount, offers: offers)
        return order.filter { slots.take($0) }.sorted()
    }
}
