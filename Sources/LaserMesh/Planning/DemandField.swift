#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif
import Orbits

/// How much of the demand a laser would carry forward, by where it is and which way it points.
///
/// A demand of weight r between the places s and d passes over a satellite u when the way over it is not
/// much longer than the great circle, in angles seen from the Earth's centre:
///
/// ```
/// ∠(s, u) + ∠(u, d) ≤ max(1.25 ∠(s, d), ∠(s, d) + 0.2 rad)
/// ```
///
/// What it makes of a hop in the horizontal direction e is the progress towards its end, of which the
/// square is taken so that both directions count alike. With t the horizontal direction from s to d,
///
/// ```
/// Q(u) = Σ r t tᵀ        demand(u, v) = (eᵤᵀ Q(u) eᵤ + eᵥᵀ Q(v) eᵥ) / 2
/// ```
///
/// so that a link along the great circles counts the demand that passes, one across them nothing.
///
/// - Note: Progress as the worth of a hop is that of H. Takagi and L. Kleinrock, IEEE Trans. Commun. 32
///   (1984) 246, DOI 10.1109/TCOM.1984.1096061; that what a demand makes of a mesh is its detour from the
///   great circle, of D. Bhattacherjee and A. Singla, CoNEXT 2019, DOI 10.1145/3359989.3365407, whose
///   +Grid makes a detour of 1.25.
struct DemandField {
    /// The longest way over a satellite, as a multiple of the great circle.
    private static let greatestDetour = 1.25

    /// How much longer it may be where that is little, since satellites are some way apart [rad].
    private static let leastSlackRad = 0.2

    private let satellites: PositionPlanes
    /// Q of each satellite: xx, yy, zz, and xy, yz, zx.
    private var squares: [SIMD3<Double>]
    private var products: [SIMD3<Double>]

    /// Sums up the demands over each satellite.
    ///
    /// - Parameters:
    ///   - demands: The demands.
    ///   - satellites: Earth-fixed positions [km].
    ///   - stations: Earth-fixed positions of the ground stations, whose nodes follow [km].
    /// - Complexity: O(satellites · demands).
    init(_ demands: [NodeDemand], among satellites: PositionPlanes, _ stations: [SIMD3<Double>]) {
        self.satellites = satellites
        squares = Array(repeating: SIMD3(), count: satellites.count)
        products = squares
        let nodes = Set(demands.flatMap { [$0.a.index, $0.b.index] }).sorted()
        let places = nodes.map { node in
            Self.unit(
                node < satellites.count ? satellites[node] : stations[node - satellites.count])
        }
        var placeOf: [Int: Int] = [:]
        for (place, node) in nodes.enumerated() { placeOf[node] = place }
        let ways = demands.compactMap { demand -> Way? in
            guard let a = placeOf[demand.a.index], let b = placeOf[demand.b.index] else {
                return nil
            }
            let angle = Self.angleRad(places[a], places[b])
            guard demand.weight > 0, angle > 0 else { return nil }
            return Way(
                a: a, b: b, weight: demand.weight,
                greatestRad: max(Self.greatestDetour * angle, angle + Self.leastSlackRad))
        }
        var angles = [Double](repeating: 0, count: places.count)
        for satellite in 0..<satellites.count {
            let up = Self.unit(satellites[satellite])
            guard up.x.isFinite else { continue }
            for place in places.indices { angles[place] = Self.angleRad(up, places[place]) }
            for way in ways where angles[way.a] + angles[way.b] <= way.greatestRad {
                let line = places[way.b] - places[way.a]
                let level = line - (line * up).sum() * up
                let square = (level * level).sum()
                guard square > 0 else { continue }
                let part = level * (way.weight / square)
                squares[satellite] += part * level
                products[satellite] += part * SIMD3(level.y, level.z, level.x)
            }
        }
    }

    private struct Way {
        var a: Int
        var b: Int
        var weight: Double
        var greatestRad: Double
    }

    /// The demand that a link carries forward, in the unit of the demands' weights.
    func demand(_ a: Int, _ b: Int) -> Double {
        (along(a, towards: b) + along(b, towards: a)) / 2
    }

    private func along(_ satellite: Int, towards other: Int) -> Double {
        let up = Self.unit(satellites[satellite])
        let line = satellites[other] - satellites[satellite]
        let e = Self.unit(line - (line * up).sum() * up)
        // One right above the other lies in no horizontal direction.
        guard e.x.isFinite else { return 0 }
        let next = SIMD3(e.y, e.z, e.x)
        return (squares[satellite] * e * e).sum() + 2 * (products[satellite] * e * next).sum()
    }

    private static func unit(_ v: SIMD3<Double>) -> SIMD3<Double> { v / (v * v).sum().squareRoot() }

    private static func angleRad(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> Double {
        acos(max(-1, min(1, (a * b).sum())))
    }
}
