#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The slots of one plane: equal parts of the turn on which its satellites stand.
struct SlotComb {
    /// The number of slots.
    let slots: Int

    /// How well the satellites agree on them, 0...1, less what chance would give.
    let coherence: Double

    /// The most slots that are looked for.
    private static let most = 120

    /// The slots on which the satellites of planes agree best, the planes not being in step.
    ///
    /// - Parameter planes: Arguments of latitude of the satellites of each plane [rad].
    init(_ planes: [[Double]]) {
        var pairs = 0.0
        for plane in planes { pairs += Double(plane.count * (plane.count - 1)) }
        var scores: [Double] = []
        for slots in 1...Self.most {
            var power = 0.0
            for plane in planes where plane.count > 1 {
                let sum = FourierSum(plane) { Double(slots) * $0 }
                // Each satellite agrees with itself, which says nothing.
                power += sum.power - Double(plane.count)
            }
            scores.append(pairs > 0 ? (max(0, power) / pairs).squareRoot() : 0)
        }
        let best = scores.max() ?? 0
        let index = scores.firstIndex { $0 >= 0.9 * best } ?? 0
        slots = index + 1
        coherence = scores[index]
    }
}
