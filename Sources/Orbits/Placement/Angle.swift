/// Angles on the circle.
enum Angle {
    /// The angle in 0..<2π [rad].
    static func wrapped(_ angle: Double) -> Double {
        let rest = angle.truncatingRemainder(dividingBy: 2 * .pi)
        let turned = rest < 0 ? rest + 2 * .pi : rest
        return turned < 2 * .pi ? turned : 0
    }

    /// The angle in −π...π [rad].
    static func centred(_ angle: Double) -> Double { angle.remainder(dividingBy: 2 * .pi) }
}
