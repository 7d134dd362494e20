#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

extension Shell {
    /// The least distance between any two satellites of different planes, at any time [km].
    ///
    /// Two satellites on circular orbits of radius r and inclination i, whose nodes are W apart and
    /// whose arguments of latitude differ by u, come as near as
    ///
    /// ```
    /// 2 r √((1 + cos²i + sin²i cos W) / 2) |sin(D / 2)|,   D = u + 2 atan(cos i tan(W / 2))
    /// ```
    ///
    /// - Parameter gravity: The gravity model that turns the mean motion into a radius.
    /// - Returns: The distance; infinite for a single plane.
    /// - Complexity: O(planes²).
    /// - Note: L. E. Speckman, T. J. Lang, W. H. Boyce, "An analysis of the line of sight vector
    ///   between two satellites in common altitude circular orbits", AIAA/AAS Astrodynamics
    ///   Conference 1990, DOI 10.2514/6.1990-2988. The criterion by which M. Handley, "Delay is not an
    ///   option: low latency routing in space", HotNets 2018, DOI 10.1145/3286062.3286075, chooses
    ///   the phasing.
    public func leastPassingDistanceKm(gravity: GravityModel = .wgs72) -> Double {
        let motionRadPerS = meanMotionRadPerMin / 60
        let radius = cbrt(gravity.muKm3PerS2 / (motionRadPerS * motionRadPerS))
        let slot = 2 * Double.pi / Double(slots)
        let (sine, cosine) = (sin(inclinationRad), cos(inclinationRad))
        var least = Double.infinity
        for one in 0..<planes {
            for other in (one + 1)..<max(one + 1, planes) {
                let nodes = raanSpreadRad * Double(other - one) / Double(planes)
                let phase =
                    phasing.offsetSlots(plane: other, of: planes)
                    - phasing.offsetSlots(plane: one, of: planes)
                let across = (1 + cosine * cosine + sine * sine * cos(nodes)) / 2
                let turn = 2 * atan2(cosine * sin(nodes / 2), cos(nodes / 2))
                let offset = (phase * slot + turn).remainder(dividingBy: slot)
                let distance = 2 * radius * max(across, 0).squareRoot() * abs(sin(offset / 2))
                least = min(least, distance)
            }
        }
        return least
    }

    /// Walker's F for which satellites keep farthest apart where planes cross, and how far.
    ///
    /// Of equally good ones the smallest F; neighbouring planes are then F/planes of a slot apart.
    ///
    /// - Parameter gravity: The gravity model that turns the mean motion into a radius.
    /// - Complexity: O(planes³).
    public func widestWalkerPhasing(
        gravity: GravityModel = .wgs72
    ) -> (f: Int, leastPassingDistanceKm: Double) {
        var best = (f: 0, leastPassingDistanceKm: -1.0)
        for f in 0..<planes {
            var shell = self
            shell.phasing = .walker(f)
            let distance = shell.leastPassingDistanceKm(gravity: gravity)
            // By more than rounding, so that mirror images count as equal.
            if distance > best.leastPassingDistanceKm + 1e-6 { best = (f, distance) }
        }
        return best
    }
}
