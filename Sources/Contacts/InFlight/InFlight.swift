import LaserMesh
import Orbits
import Routing

/// Packets in flight over a mesh in motion: each hop has the length that its signal travels, from
/// where the sender is when it leaves to where the receiver is when it arrives.
///
/// With r the positions in the inertial frame TEME, a signal that leaves at t arrives at t + τ with
///
/// ```
/// c τ = |r_receiver(t + τ) − r_sender(t)|
/// ```
///
/// which is solved by iteration: a receiver moves at less than 4e-5 of the speed of light, so that each
/// step gains more than four digits. A mesh frozen at the instant of leaving differs from that: nodes
/// move some hundred metres while a packet is under way, about a microsecond, and a link may go down
/// before the packet comes to it.
public struct InFlight: Sendable {
    /// The mesh.
    public let mesh: MovingMesh

    /// What each hop adds [s].
    public let hopDelayS: Double

    /// Prepares flights; hop delays are those of the rules.
    public init(_ mesh: MovingMesh, rules: RoutingRules = RoutingRules()) {
        self.mesh = mesh
        hopDelayS = rules.hopDelayS
    }

    /// The time that a signal takes from a node to another [s]; NaN where one has no position.
    ///
    /// - Complexity: O(1); four propagations of a satellite.
    public func lightTimeS(from sender: NodeID, to receiver: NodeID, sentS: Double) -> Double {
        let origin = inertialKm(of: sender, atSeconds: sentS)
        var delay = 0.0
        for _ in 0..<4 {
            let d = inertialKm(of: receiver, atSeconds: sentS + delay) - origin
            let next = (d * d).sum().squareRoot() / Physics.speedOfLightKmPerS
            if abs(next - delay) < 1e-13 { return next }
            delay = next
        }
        return delay
    }

    /// The flight of a packet along a route that was chosen when it left.
    ///
    /// A hop succeeds when its link is up when the packet is sent over it and still up when it
    /// arrives; otherwise the packet is lost there, and what follows is not flown.
    ///
    /// - Parameters:
    ///   - nodes: The route, source first.
    ///   - leaveS: When the packet leaves [s].
    ///   - isUp: Whether a link is up at a time; by default as the mesh of that time has it.
    /// - Complexity: O(hops), and what `isUp` takes: by default a mesh for each end of a hop.
    public func flight(
        along nodes: [NodeID], leavingAt leaveS: Double,
        isUp: ((NodeID, NodeID, Double) -> Bool)? = nil
    ) -> Flight {
        let isUp = isUp ?? { mesh.mesh(atSeconds: $2).link(between: $0, and: $1) != nil }
        var hops: [Flight.Hop] = []
        var time = leaveS
        for (sender, receiver) in zip(nodes, nodes.dropFirst()) {
            let arrive = time + lightTimeS(from: sender, to: receiver, sentS: time)
            let succeeds =
                arrive.isFinite && isUp(sender, receiver, time)
                && isUp(sender, receiver, arrive)
            guard succeeds else {
                return Flight(
                    leaveS: leaveS, hops: hops,
                    loss: Flight.Loss(from: sender, to: receiver, timeS: time))
            }
            hops.append(Flight.Hop(from: sender, to: receiver, sendS: time, arriveS: arrive))
            time = arrive + hopDelayS
        }
        return Flight(leaveS: leaveS, hops: hops, loss: nil)
    }

    /// The position of a node in TEME [km]; NaN where it has none.
    private func inertialKm(of node: NodeID, atSeconds seconds: Double) -> SIMD3<Double> {
        let instant = mesh.epoch.advanced(bySeconds: seconds)
        let station = node.index - mesh.constellation.count
        if station >= 0 {
            let place = ITRFState(
                position: mesh.builder.observer(station, atSeconds: seconds).position,
                velocityKmPerS: SIMD3())
            return EarthRotation(at: instant).teme(place).positionKm
        }
        guard let state = try? mesh.constellation.state(of: node.index, at: instant) else {
            return SIMD3(repeating: .nan)
        }
        return state.positionKm
    }
}
