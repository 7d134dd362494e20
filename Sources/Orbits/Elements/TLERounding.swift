/// The last digits that a TLE keeps.
enum TLERounding {
    static let radPerDeg = Double.pi / 180

    /// `value * scale`, rounded to a whole number as `printf` rounds a decimal.
    ///
    /// The product is rounded before it is looked at: 0.00015 × 10⁴ gives 1.5, though the double
    /// nearest to 0.00015 lies below it and is printed as 0.0001. The rest that the product lost
    /// settles such a half; where nothing was lost, the even number wins.
    static func scaled(_ value: Double, by scale: Double) -> Double {
        let product = value * scale
        let whole = product.rounded(.toNearestOrEven)
        guard abs(product - whole) == 0.5 else { return whole }
        let lost = (-product).addingProduct(value, scale)
        if lost > 0 { return product.rounded(.up) }
        if lost < 0 { return product.rounded(.down) }
        return whole
    }

    /// An angle [rad] in 1e-4 degrees, in 0..<3600000.
    static func scaledTurn(_ radians: Double) -> Double {
        let degrees = (radians / radPerDeg).truncatingRemainder(dividingBy: 360)
        let ticks = scaled(degrees < 0 ? degrees + 360 : degrees, by: 1e4)
        return ticks >= 3_600_000 ? 0 : abs(ticks)
    }

    /// The five digits and the power of ten of `±0.ddddd × 10^power`.
    ///
    /// - Returns: `nil` for a value that is not finite or needs a power beyond 9. Below 1e-10 the
    ///   digits begin with zeros.
    static func exponential(_ value: Double) -> (digits: Int, power: Int)? {
        let magnitude = abs(value)
        guard magnitude < 1e9 else { return nil }
        guard magnitude > 0 else { return (0, 0) }
        var power = -9
        while power < 9, magnitude >= powerOfTen(power) { power += 1 }
        var digits =
            power <= 5
            ? scaled(magnitude, by: ASCII.powersOfTen[5 - power])
            : (magnitude / ASCII.powersOfTen[power - 5]).rounded(.toNearestOrEven)
        if digits >= 100_000 {
            digits = 10_000
            power += 1
        }
        guard digits > 0 else { return (0, 0) }
        return power <= 9 ? (Int(digits), power) : nil
    }

    /// The value of five digits and a power of ten, as ``TLELine`` reads them.
    static func value(digits: Int, power: Int) -> Double {
        power < 5
            ? Double(digits) / ASCII.powersOfTen[5 - power]
            : Double(digits) * ASCII.powersOfTen[power - 5]
    }

    private static func powerOfTen(_ power: Int) -> Double {
        power < 0 ? 1 / ASCII.powersOfTen[-power] : ASCII.powersOfTen[power]
    }
}
