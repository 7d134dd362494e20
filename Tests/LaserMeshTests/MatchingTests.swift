import TestSupport
import Testing

@testable import LaserMesh

/// Matchings of greatest weight, and choices of links by them.
@Suite struct MatchingTests {
    static func edges(
        _ vertices: Int, _ count: Int, upTo weight: Int, _ random: inout SeededGenerator
    ) -> [MatchingEdge] {
        (0..<count).map { _ in
            let a = Int.random(in: 0..<vertices, using: &random)
            let b = (a + Int.random(in: 1..<vertices, using: &random)) % vertices
            return MatchingEdge(a, b, weight: Int.random(in: 0...weight, using: &random))
        }
    }

    /// Offers between random pairs, each pair once, whose terminals can serve some of them.
    static func offers(
        satellites: Int, terminals: Int, links: Int, restricted: Bool,
        _ random: inout SeededGenerator
    ) -> [LinkOffer] {
        var seen: Set<LaserLink> = []
        let all = UInt64(1) << UInt64(terminals) - 1
        while seen.count < min(links, satellites * (satellites - 1) / 2) {
            let a = Int.random(in: 0..<satellites, using: &random)
            let b = (a + Int.random(in: 1..<satellites, using: &random)) % satellites
            seen.insert(LaserLink(a, b))
        }
        return seen.sorted { $0.key < $1.key }.map { link in
            func mask() -> UInt64 {
                restricted ? UInt64.random(in: 0...all, using: &random) : all
            }
            return LinkOffer(
                link: link, weight: Int.random(in: 1...50, using: &random),
                steps: UInt64.random(in: 1...1_000, using: &random), terminals: (mask(), mask()))
        }
    }

    /// The greatest weight by trying all choices.
    private func greatest(_ edges: ArraySlice<MatchingEdge>, _ taken: Set<Int>) -> Int {
        guard let first = edges.first else { return 0 }
        let without = greatest(edges.dropFirst(), taken)
        guard !taken.contains(first.a), !taken.contains(first.b) else { return without }
        return max(
            without,
            first.weight + greatest(edges.dropFirst(), taken.union([first.a, first.b])))
    }

    private func checkMatching(_ matching: MaximumWeightMatching, _ edges: [MatchingEdge]) {
        var weight = 0
        for (vertex, partner) in matching.partner.enumerated() {
            guard let partner else { continue }
            #expect(matching.partner[partner] == vertex)
            let between = edges.filter {
                ($0.a, $0.b) == (vertex, partner) || ($0.b, $0.a) == (vertex, partner)
            }
            if vertex < partner { weight += between.map(\.weight).max() ?? -1_000_000 }
        }
        #expect(weight == matching.weight)
    }

    @Test func `small matchings are those of greatest weight`() {
        var random = SeededGenerator(seed: 1)
        for round in 0..<600 {
            let vertices = 2 + round % 8
            let edges = Self.edges(vertices, 2 + round % 11, upTo: 1 + round % 9, &random)
            let matching = MaximumWeightMatching(vertexCount: vertices, edges: edges)
            checkMatching(matching, edges)
            #expect(matching.weight == greatest(edges[...], []))
        }
        #expect(MaximumWeightMatching(vertexCount: 3, edges: []).partner == [nil, nil, nil])
        #expect(MaximumWeightMatching(vertexCount: 0, edges: []).weight == 0)
    }

    @Test func `duals prove larger ones`() {
        var random = SeededGenerator(seed: 2)
        var blossoms = 0
        for round in 0..<30 {
            let vertices = 20 + round * 3
            // Few different weights make many ties, and with them nested blossoms.
            let edges = Self.edges(
                vertices, vertices * (2 + round % 4), upTo: [3, 10, 1_000_000][round % 3],
                &random
            ).filter { $0.weight > 0 }
            var search = BlossomSearch(vertexCount: vertices, edges: edges)
            search.run()
            #expect(search.isProvedGreatest())
            blossoms += (vertices..<2 * vertices).count { search.base[$0] != nil }
            checkMatching(MaximumWeightMatching(vertexCount: vertices, edges: edges), edges)
        }
        #expect(blossoms > 50)
    }

    @Test func `each link has a terminal of its own at either end`() {
        var random = SeededGenerator(seed: 3)
        for round in 0..<60 {
            let terminals = 1 + round % 4
            let offers = Self.offers(
                satellites: 8, terminals: terminals, links: 18, restricted: round % 2 == 0, &random)
            for method in LinkMatching.allCases {
                let chosen = method.choose(
                    among: offers, satelliteCount: 8, terminalCount: terminals)
                var slots = TerminalSlots(
                    satelliteCount: 8, terminalCount: terminals, offers: offers)
                for offer in chosen {
                    let isTaken = slots.take(offer)
                    #expect(isTaken)
                }
                for satellite in 0..<Int32(8) {
                    let own = chosen.filter {
                        offers[$0].link.a == satellite || offers[$0].link.b == satellite
                    }
                    let places = own.compactMap { slots.terminal(of: $0, at: satellite) }
                    #expect(Set(places).count == own.count)
                    #expect(
                        zip(own, own.compactMap { slots.terminal(of: $0, at: satellite) })
                            .allSatisfy {
                                offers[$0].terminals(of: satellite) >> UInt64($1) & 1 == 1
                            })
                }
            }
        }
    }

    @Test func `the greedy choice is worth half of the best at least`() {
        var random = SeededGenerator(seed: 4)
        var worst = 1.0
        for round in 0..<60 {
            let terminals = 1 + round % 3
            let offers = Self.offers(
                satellites: 10, terminals: terminals, links: 24, restricted: round % 2 == 1,
                &random)
            let worth = [LinkMatching.exact, .greedy].map { method in
                method.choose(among: offers, satelliteCount: 10, terminalCount: terminals)
                    .reduce(0) { $0 + offers[$1].weight }
            }
            #expect(2 * worth[1] >= worth[0] && worth[1] <= worth[0])
            worst = min(worst, Double(worth[1]) / Double(worth[0]))
        }
        #expect(worst < 1)
    }

    /// A path of three links of which the middle one is heaviest, so that greed pays.
    @Test func `exact and greedy differ where they should`() {
        let offers = [(0, 1, 10), (1, 2, 11), (2, 3, 10)].map { a, b, weight in
            LinkOffer(link: LaserLink(a, b), weight: weight, steps: 1, terminals: (1, 1))
        }
        #expect(
            LinkMatching.exact.choose(among: offers, satelliteCount: 4, terminalCount: 1) == [0, 2])
        #expect(
            LinkMatching.greedy.choose(among: offers, satelliteCount: 4, terminalCount: 1) == [1])
    }
}
