import LaserMesh
import Orbits
import Routing
import TestSupport
import Testing

@testable import Contacts

@Suite struct InFlightTests {
    private static let mesh = MovingShells.mesh()

    @Test func `a signal arrives where the receiver is then`() {
        let flight = InFlight(Self.mesh)
        let station = MovingShells.station(2)
        for (a, b) in [(NodeID(3), NodeID(4)), (NodeID(7), station), (station, NodeID(7))] {
            let sent = 1_234.5
            let delay = flight.lightTimeS(from: a, to: b, sentS: sent)
            func teme(_ node: NodeID, _ time: Double) -> SIMD3<Double> {
                let rotation = EarthRotation(at: Self.mesh.epoch.advanced(bySeconds: time))
                let p = Self.mesh.positionKm(of: node, atSeconds: time)
                return SIMD3(
                    rotation.cosine * p.x - rotation.sine * p.y,
                    rotation.sine * p.x + rotation.cosine * p.y, p.z)
            }
            let d = teme(b, sent + delay) - teme(a, sent)
            #expect(abs((d * d).sum().squareRoot() - 299_792.458 * delay) < 1e-6)
        }
    }

    @Test func `a flight differs from the frozen mesh by microseconds`() throws {
        var query = AStar(rules: RoutingRules(hopDelayS: 0.001))
        let found = query.route(
            in: Self.mesh.mesh(atSeconds: 30), from: MovingShells.station(0),
            to: MovingShells.station(1))
        let frozen = try #require(found)
        let flight = InFlight(Self.mesh, rules: query.rules)
            .flight(along: frozen.nodes, leavingAt: 30)
        #expect(flight.loss == nil && flight.hops.count == frozen.hops)
        let latency = flight.latencyS(hopDelayS: 0.001)
        #expect(abs(latency - frozen.latencyS) < 2e-5)
        #expect(latency != frozen.latencyS)
    }

    @Test func `a packet is lost where a link goes down before it arrives`() throws {
        let pairs = RouteIntervalsTests.pairs([(0, 1), (1, 2)])
        let timelines = RouteIntervals(Self.mesh, pairs: pairs, windowS: 0..<240).timelines()
        let lost = try #require(
            timelines.flatMap(\.intervals).first { $0.end == .linkLost && $0.nodes != nil })
        let nodes = try #require(lost.nodes)
        let flights = InFlight(Self.mesh)
        // Half of the last hop's time before the end, the packet is under way.
        let late = flights.flight(along: nodes, leavingAt: lost.endS - 1e-4)
        let loss = try #require(late.loss)
        #expect(loss.timeS >= late.leaveS && late.latencyS(hopDelayS: 0).isNaN)
        #expect(late.hops.count < nodes.count - 1)
        #expect(nodes.contains(loss.from) && nodes.contains(loss.to))
        let early = flights.flight(along: nodes, leavingAt: lost.endS - 0.5)
        #expect(early.loss == nil)
    }
}
