import LaserMesh
import Testing

@testable import Routing

@Suite struct SearchChoiceTests {
    @Test func `many sources to few destinations are solved together`() {
        let many = (0..<9).map { NodePair(source: NodeID($0), destination: NodeID(9 + $0 / 3)) }
        #expect(SearchChoice.forRoutes(of: many, instants: 8) == .together)
        #expect(SearchChoice.forRoutes(of: many, instants: 2) == .pairByPair)
        #expect(SearchChoice.forRoutes(of: Array(many.prefix(5)), instants: 8) == .pairByPair)
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
