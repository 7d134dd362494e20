/// Longitudes of any size.
enum Longitude {
    /// The same longitude from -180 to less than 180 [deg]; those that are there already stay as they
    /// are to the bit.
    static func normal(_ degrees: Double) -> Double {
        if degrees >= -180, degrees < 180 { return degrees }
        let rest = degrees.remainder(dividingBy: 360)
        return rest >= 180 ? rest - 360 : rest
    }
}
