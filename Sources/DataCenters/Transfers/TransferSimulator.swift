import LaserMesh
import Routing

/// Sends messages over a network that changes: phase after phase, the messages of one at once.
///
/// The messages of a phase share arcs max-min fairly. A byte that is sent arrives after the latency of the
/// route; a phase ends when the last one has come. Where a new spell gives a message another route, its
/// remaining bytes go on over that, after a pause; where it gives none, they wait. Rates change only when
/// a message ends or a spell does, so that nothing is stepped.
///
/// - Complexity: for each event O(H log H), where H is the sum of the arcs of all routes.
public struct TransferSimulator: Sendable {
    /// The routes over time.
    public let timeline: TransferTimeline

    /// How long a message pauses when its route changes [s].
    public let reroutePauseS: Double

    private struct Shares {
        var gbps: [Double]
        var bottleneck: [TransferArc?]
    }

    private var shares: [[Int32]: Shares] = [:]
    private var sharesSpell = -1

    /// Creates a simulator.
    public init(_ timeline: TransferTimeline, reroutePauseS: Double = 0) {
        precondition(reroutePauseS >= 0)
        self.timeline = timeline
        self.reroutePauseS = reroutePauseS
    }

    /// Sends the messages of all phases, in order.
    ///
    /// - Parameters:
    ///   - phases: The messages of each phase.
    ///   - startS: When the first phase begins [s].
    public mutating func run(_ phases: [[Message]], fromS startS: Double) -> TransferOutcome {
        var outcome = TransferOutcome(startS: startS)
        outcome.bytes = phases.reduce(0) { $1.reduce($0) { $0 + $1.bytes } }
        let spell = timeline.spell(atS: startS)
        var seconds = startS
        for phase in phases {
            guard let end = send(phase, fromS: seconds, &outcome) else {
                outcome.isWithinSpell = false
                return outcome
            }
            seconds = end
            outcome.phasesDone += 1
        }
        outcome.endS = seconds
        outcome.isWithinSpell =
            outcome.isWithinSpell && startS >= timeline.startS[spell]
            && seconds <= timeline.endS(ofSpell: spell)
        return outcome
    }

    /// Sends one phase and gives its end; `nil` when the timeline ends before.
    private mutating func send(
        _ messages: [Message], fromS startS: Double, _ outcome: inout TransferOutcome
    ) -> Double? {
        var now = startS
        var end = startS
        var spell = timeline.spell(atS: now)
        var bits = messages.map { 8 * $0.bytes }
        var resumeS = [Double](repeating: -.infinity, count: messages.count)
        var active = Array(messages.indices)
        var routes = messages.map {
            timeline.route(from: $0.source, to: $0.destination, inSpell: spell)
        }
        while !active.isEmpty {
            guard now < timeline.endS else { return nil }
            let spellEnd = timeline.endS(ofSpell: spell)
            let running = active.filter { routes[$0] != nil && resumeS[$0] <= now }
            let shares = shares(of: running, messages, routes, spell)
            var next = spellEnd
            for index in active where resumeS[index] > now { next = min(next, resumeS[index]) }
            var finishS = [Double](repeating: .infinity, count: running.count)
            for (place, index) in running.enumerated() {
                let gbps = shares.gbps[place]
                if bits[index] == 0 {
                    finishS[place] = now
                } else if gbps > 0 {
                    finishS[place] = now + bits[index] / (gbps * 1e9)
                }
                next = min(next, finishS[place])
            }
            let step = next - now
            if active.count > running.count, step < .infinity {
                outcome.waitingS += step * Double(active.count - running.count)
            }
            for (place, index) in running.enumerated() {
                if let arc = shares.bottleneck[place] { outcome.heldS[arc, default: 0] += step }
                let isDone = finishS[place] <= next
                let sent =
                    isDone ? bits[index] : min(bits[index], step * shares.gbps[place] * 1e9)
                bits[index] = isDone ? 0 : bits[index] - sent
                count(sent / 8, over: routes[index], &outcome)
                if isDone {
                    end = max(end, next + (routes[index]?.latencyS ?? 0))
                    active.removeAll { $0 == index }
                }
            }
            now = next
            if now >= spellEnd, now < timeline.endS, !active.isEmpty {
                spell = timeline.spell(atS: now)
                outcome.isWithinSpell = false
                for index in active {
                    let new = timeline.route(
                        from: messages[index].source, to: messages[index].destination,
                        inSpell: spell)
                    if let old = routes[index], let new, new.arcs != old.arcs {
                        outcome.reroutes += 1
                        resumeS[index] = now + reroutePauseS
                    } else if routes[index] == nil, new != nil {
                        resumeS[index] = now + reroutePauseS
                    }
                    routes[index] = new
                }
            }
        }
        return end <= timeline.endS ? end : nil
    }

    private func count(
        _ bytes: Double, over route: TransferRoute?, _ outcome: inout TransferOutcome
    ) {
        outcome.sentBytes += bytes
        for arc in route?.arcs ?? [] {
            guard let kind = timeline.capacities.kind(of: arc) else { continue }
            outcome.linkBytes[kind, default: 0] += bytes
        }
    }

    /// The rates of the messages that run, remembered for the spell.
    private mutating func shares(
        of running: [Int], _ messages: [Message], _ routes: [TransferRoute?], _ spell: Int
    ) -> Shares {
        if spell != sharesSpell {
            shares.removeAll(keepingCapacity: true)
            sharesSpell = spell
        }
        let key = running.flatMap {
            [Int32(messages[$0].source), Int32(messages[$0].destination)]
        }
        if let known = shares[key] { return known }
        let found = Self.shares(running.map { routes[$0]?.arcs ?? [] }, timeline.capacities)
        let made = Shares(gbps: found.gbps, bottleneck: found.bottleneck)
        shares[key] = made
        return made
    }

    /// Max-min fair rates of flows over arcs [Gbps], and what holds each of them down.
    public static func shares(
        _ flows: [[TransferArc]], _ capacities: TransferCapacities
    ) -> (gbps: [Double], bottleneck: [TransferArc?]) {
        var place: [TransferArc: Int32] = [:]
        var arcs: [TransferArc] = []
        let routes = flows.map { flow in
            flow.map { arc in
                if let known = place[arc] { return known }
                let new = Int32(truncatingIfNeeded: arcs.count)
                place[arc] = new
                arcs.append(arc)
                return new
            }
        }
        let rates = MaxMinFair().elasticRates(
            over: routes, capacityGbps: arcs.map { capacities.gbps(of: $0) })
        return (rates.rateGbps, rates.bottleneck.map { $0.map { arcs[Int($0)] } })
    }
}
