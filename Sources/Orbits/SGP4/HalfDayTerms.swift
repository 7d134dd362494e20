#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The ten harmonics that act on an eccentric orbit of twelve hours.
///
/// - Note: AIAA 2006-6753, `dsinit` and `dspace`; the polynomials in the eccentricity fit Kaula's
///   functions G, those in the inclination are his F.
struct HalfDayTerms: Sendable {
    private let d2201: Double
    private let d2211: Double
    private let d3210: Double
    private let d3222: Double
    private let d4410: Double
    private let d4422: Double
    private let d5220: Double
    private let d5232: Double
    private let d5421: Double
    private let d5433: Double

    /// - Parameter aonv: Reciprocal of the semi-major axis [1/Earth radii].
    init(orbit: BrouwerElements, aonv: Double) {
        let em = orbit.ecco
        let (sinim, cosim) = (orbit.sinio, orbit.cosio)
        func cubic(_ c0: Double, _ c1: Double, _ c2: Double, _ c3: Double) -> Double {
            c0 + em * c1 + em * em * c2 + em * em * em * c3
        }

        let g201 = -0.306 - (em - 0.64) * 0.440
        let g211: Double
        let g310: Double
        let g322: Double
        let g410: Double
        let g422: Double
        let g520: Double
        if em <= 0.65 {
            g211 = cubic(3.616, -13.2470, 16.2900, 0)
            g310 = cubic(-19.302, 117.3900, -228.4190, 156.5910)
            g322 = cubic(-18.9068, 109.7927, -214.6334, 146.5816)
            g410 = cubic(-41.122, 242.6940, -471.0940, 313.9530)
            g422 = cubic(-146.407, 841.8800, -1_629.014, 1_083.4350)
            g520 = cubic(-532.114, 3_017.977, -5_740.032, 3_708.2760)
        } else {
            g211 = cubic(-72.099, 331.819, -508.738, 266.724)
            g310 = cubic(-346.844, 1_582.851, -2_415.925, 1_246.113)
            g322 = cubic(-342.585, 1_554.908, -2_366.899, 1_215.972)
            g410 = cubic(-1_052.797, 4_758.686, -7_193.992, 3_651.957)
            g422 = cubic(-3_581.690, 16_178.110, -24_462.770, 12_422.520)
            g520 =
                em > 0.715
                ? cubic(-5_149.66, 29_936.92, -54_087.36, 31_324.56)
                : cubic(1_464.74, -4_664.75, 3_763.64, 0)
        }
        let g533: Double
        let g521: Double
        let g532: Double
        if em < 0.7 {
            g533 = cubic(-919.22770, 4_988.6100, -9_064.7700, 5_542.21)
            g521 = cubic(-822.71072, 4_568.6173, -8_491.4146, 5_337.524)
            g532 = cubic(-853.66600, 4_690.2500, -8_624.7700, 5_341.4)
        } else {
            g533 = cubic(-37_995.780, 161_616.52, -229_838.20, 109_377.94)
            g521 = cubic(-51_752.104, 218_913.95, -309_468.16, 146_349.42)
            g532 = cubic(-40_023.880, 170_470.89, -242_699.48, 115_605.82)
        }

        let cosisq = cosim * cosim
        let sini2 = sinim * sinim
        let f220 = 0.75 * (1 + 2 * cosim + cosisq)
        let f221 = 1.5 * sini2
        let f321 = 1.875 * sinim * (1 - 2 * cosim - 3 * cosisq)
        let f322 = -1.875 * sinim * (1 + 2 * cosim - 3 * cosisq)
        let f441 = 35 * sini2 * f220
        let f442 = 39.3750 * sini2 * sini2
        let f522 =
            9.84375 * sinim
            * (sini2 * (1 - 2 * cosim - 5 * cosisq)
                + 0.33333333 * (-2 + 4 * cosim + 6 * cosisq))
        let f523 =
            sinim
            * (4.92187512 * sini2 * (-2 - 4 * cosim + 10 * cosisq)
                + 6.56250012 * (1 + 2 * cosim - 3 * cosisq))
        let f542 =
            29.53125 * sinim * (2 - 8 * cosim + cosisq * (-12 + 8 * cosim + 10 * cosisq))
        let f543 =
            29.53125 * sinim * (-2 - 8 * cosim + cosisq * (12 + 8 * cosim - 10 * cosisq))

        let second = 3 * orbit.no * orbit.no * aonv * aonv
        let third = second * aonv
        let fourth = third * aonv
        let fifth = fourth * aonv
        let (root22, root32, root44) = (1.7891679e-6, 3.7393792e-7, 7.3636953e-9)
        let (root52, root54) = (1.1428639e-7, 2.1765803e-9)
        d2201 = second * root22 * f220 * g201
        d2211 = second * root22 * f221 * g211
        d3210 = third * root32 * f321 * g310
        d3222 = third * root32 * f322 * g322
        d4410 = 2 * fourth * root44 * f441 * g410
        d4422 = 2 * fourth * root44 * f442 * g422
        d5220 = fifth * root52 * f522 * g520
        d5232 = fifth * root52 * f523 * g532
        d5421 = 2 * fifth * root54 * f542 * g521
        d5433 = 2 * fifth * root54 * f543 * g533
    }

    /// The rate of the mean motion and its derivative by the resonant longitude.
    ///
    /// - Parameters:
    ///   - xli: Resonant longitude [rad].
    ///   - xomi: Argument of perigee [rad].
    func pull(
        longitude xli: Double, argumentOfPerigee xomi: Double
    ) -> (xndt: Double, slope: Double) {
        let (g22, g32, g44, g52, g54) = (5.7686396, 0.95240898, 1.8014998, 1.0508330, 4.4108898)
        let x2omi = xomi + xomi
        let x2li = xli + xli
        let xndt =
            d2201 * sin(x2omi + xli - g22) + d2211 * sin(xli - g22)
            + d3210 * sin(xomi + xli - g32) + d3222 * sin(-xomi + xli - g32)
            + d4410 * sin(x2omi + x2li - g44) + d4422 * sin(x2li - g44)
            + d5220 * sin(xomi + xli - g52) + d5232 * sin(-xomi + xli - g52)
            + d5421 * sin(xomi + x2li - g54) + d5433 * sin(-xomi + x2li - g54)
        let slope =
            d2201 * cos(x2omi + xli - g22) + d2211 * cos(xli - g22)
            + d3210 * cos(xomi + xli - g32) + d3222 * cos(-xomi + xli - g32)
            + d5220 * cos(xomi + xli - g52) + d5232 * cos(-xomi + xli - g52)
            + 2
            * (d4410 * cos(x2omi + x2li - g44) + d4422 * cos(x2li - g44)
                + d5421 * cos(xomi + x2li - g54) + d5433 * cos(-xomi + x2li - g54))
        return (xndt, slope)
    }
}
