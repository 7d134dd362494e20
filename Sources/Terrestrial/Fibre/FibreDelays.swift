import Orbits

/// How long light takes through cables and over land.
///
/// ```
/// RTT = fixed + 2 · n/c · (cable slack · cable km + land stretch · great circle km over land)
///             + 2 · landing delay · cable segments
/// ```
///
/// The defaults are fitted by least absolute deviations on the measured round-trip times between 972
/// pairs of cloud regions of three providers, as ``FibreFit`` does it.
public struct FibreDelays: Sendable, Hashable {
    /// Group index of refraction; see ``GreatCircleFibre/refractiveIndex``.
    public var refractiveIndex: Double

    /// Way of light over the stated length of a cable.
    public var cableSlack: Double

    /// Length of fibre over the great circle on land.
    public var landStretch: Double

    /// One-way delay of each segment of a cable, for its landings and what is between them [ms].
    public var landingDelayMs: Double

    /// Round-trip time that every pair has beside that of its way [ms].
    public var fixedMs: Double

    /// Creates delays; without arguments, the fitted ones.
    public init(
        refractiveIndex: Double = 1.468, cableSlack: Double = 1, landStretch: Double = 1.67,
        landingDelayMs: Double = 2.4, fixedMs: Double = 2.5
    ) {
        self.refractiveIndex = refractiveIndex
        self.cableSlack = cableSlack
        self.landStretch = landStretch
        self.landingDelayMs = landingDelayMs
        self.fixedMs = fixedMs
    }

    /// One-way time of light through fibre [ms/km].
    public var msPerKm: Double { 1_000 * refractiveIndex / Physics.speedOfLightKmPerS }

    /// One-way delay of a leg [ms].
    func delayMs(of leg: FibreLeg) -> Double {
        leg.cable == nil
            ? msPerKm * landStretch * leg.lengthKm
            : msPerKm * cableSlack * leg.lengthKm + landingDelayMs
    }
}
