/// How the slots of a shell go on from plane to plane: K Ω + S u is the same for all its satellites.
struct PlaneStep {
    /// S, the number of slots in a plane.
    let slots: Int

    /// K, by how many slots a turn in right ascension shifts them.
    let turnSlots: Int

    /// The greatest K that is looked for.
    private static let greatest = 240

    /// Shells that agree less are not in step.
    private static let leastCoherence = 0.7

    /// Finds the step of satellites whose planes have so many slots, or twice or three times as many;
    /// `nil` when the planes are not in step.
    init?(_ orbits: [MeanOrbit], slots: Int) {
        for multiple in 1...3 {
            var best = 0.0
            var scores: [(turn: Int, coherence: Double)] = []
            for turn in -Self.greatest...Self.greatest {
                let coherence = FourierSum(orbits) {
                    Double(turn) * $0.raanRad
                        + Double(multiple * slots) * $0.argumentOfLatitudeRad
                }.coherence
                best = max(best, coherence)
                scores.append((turn, coherence))
            }
            guard best >= Self.leastCoherence else { continue }
            // Combs of the planes make several K equal but for the scatter of the planes; the least
            // of them is the same in every file.
            let equal = scores.filter { $0.coherence >= best - 0.03 }
            guard let least = equal.min(by: { (abs($0.turn), $0.turn) < (abs($1.turn), $1.turn) })
            else { continue }
            self.slots = multiple * slots
            turnSlots = least.turn
            return
        }
        return nil
    }
}
