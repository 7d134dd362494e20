import LaserMesh
import Testing

@testable import Routing

@Suite struct SearchChoiceTests {
    @Test func `many sources to few destinations are solved together`() {
        let many = (0..<9).map { NodePair(source: NodeID($0), destination: NodeID(9 + $0 / 3)) }
        func choice(_ pairs: [NodePair], _ nodes: Int, _ instants: Int) -> SearchChoice {
            SearchChoice.forRoutes(of: pairs, nodes: nodes, instants: instants)
        }
        #expect(choice(many, 34_396, 8) == .together)
        #expect(choice(many, 34_396, 2) == .pairByPair)
        #expect(choice(many, 1_000_000, 8) == .pairByPair)
        #expect(choice(Array(many.prefix(1)), 1_684, 8) == .together)
        #expect(choice(Array(many.prefix(1)), 6_436, 8) == .pairByPair)
        #expect(choice([], 100, 8) == .pairByPair)
    }

    @Test func `few instants are swept one by one`() {
        #expect(SearchChoice.forForwarding(instants: 3) == .sweeps)
        #expect(SearchChoice.forForwarding(instants: 4) == .together)
    }

    @Test func `one source with many destinations is searched once`() {
        #expect(SearchChoice.forPairs(ofOneSource: 8) == .pairByPair)
        #expect(SearchChoice.forPairs(ofOneSource: 9) == .fromEachSource)
    }
}
