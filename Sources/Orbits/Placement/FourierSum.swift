#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The mean of unit vectors at angles: its length says how well the angles agree.
struct FourierSum {
    /// Sum of the cosines.
    private(set) var cosine = 0.0

    /// Sum of the sines.
    private(set) var sine = 0.0

    /// The number of angles.
    private(set) var count = 0

    /// The sum of the angles of some items.
    init<Items: Sequence>(_ items: Items, angle: (Items.Element) -> Double) {
        for item in items {
            let value = angle(item)
            cosine += cos(value)
            sine += sin(value)
            count += 1
        }
    }

    /// Square of the length of the sum.
    var power: Double { cosine * cosine + sine * sine }

    /// Length of the mean, 0...1; 1 where all angles are equal.
    var coherence: Double { count == 0 ? 0 : power.squareRoot() / Double(count) }

    /// The mean angle, −π...π [rad].
    var angle: Double { atan2(sine, cosine) }
}
