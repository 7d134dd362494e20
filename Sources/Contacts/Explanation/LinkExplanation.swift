import LaserMesh
import Orbits

/// Which rules hold a link up or down over a window, by what margin, and when that changes.
public struct LinkExplanation: Sendable {
    /// What may join the two nodes; `nil` for two ground stations, which nothing joins.
    public var kind: LinkKind?

    /// The phases, ascending, without gaps; empty for a window of no length.
    public var phases: [LinkPhase]

    /// How long the link is up in the window [s].
    public var upS: Double { phases.reduce(0) { $0 + ($1.isUp ? $1.endS - $1.beginS : 0) } }

    /// Whether the topology joins the two at some instant; true of a radio link.
    public var isChosen: Bool {
        phases.contains { phase in
            phase.verdicts.allSatisfy { $0.rule != .topology || $0.holds }
        }
    }

    /// The nearest that a rule comes to holding at the samples, or how far it holds at best: its
    /// greatest margin in the window.
    public func greatestMargin(of rule: LinkRule) -> Double? {
        phases.flatMap(\.verdicts).filter { $0.rule == rule }.compactMap(\.margin?.upperBound).max()
    }
}
