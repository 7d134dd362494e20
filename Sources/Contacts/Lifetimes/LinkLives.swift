import LaserMesh

/// How long routes exist around a time: from when to when all their links are up.
struct LinkLives: Sendable {
    private let plan: ContactPlan

    /// Lives by the contacts of a plan, of which nothing is known beyond its window.
    init(_ plan: ContactPlan) { self.plan = plan }

    /// The horizon [s].
    var horizonS: ClosedRange<Double> { plan.startS...plan.endS }

    /// From when to when all links of a route exist around a time [s]; an end at the horizon may
    /// be later or earlier. `nil` when one does not exist then.
    ///
    /// - Complexity: O(contacts of the nodes).
    func life(of nodes: [NodeID], atSeconds seconds: Double) -> ClosedRange<Double>? {
        var (start, end) = (plan.startS, plan.endS)
        for (a, b) in zip(nodes, nodes.dropFirst()) {
            let place = plan.contacts(between: a, and: b).first {
                plan.contacts[$0].isUp(atSeconds: seconds)
            }
            guard let place else { return nil }
            start = max(start, plan.contacts[place].upS)
            end = min(end, plan.contacts[place].downS)
        }
        return start...end
    }
}
