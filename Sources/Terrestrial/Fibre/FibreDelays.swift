import Orbits

/// How long light takes through cables and over land.
///
/// ```
/// RTT = fixed + 2 · n/c · (cable slack · cable km + corridor slack · corridor km
///                          + land stretch · great circle km over land)
///             + 2 · landing delay · cables
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

    /// Way of light over the length of the road or railway that a corridor follows.
    public var corridorSlack: Double

    /// Length of the shortest conduits over the great circle; the slack of corridors is fitted as the
    /// stretch of the great circle over this, for one number fewer.
    ///
    /// - Note: Median of the 120 largest towns of the United States: I. N. Bozkurt et al., Dissecting
    ///   latency in the Internet's fiber infrastructure, arXiv 1811.10737. Conduits lie along roads and
    ///   railways: R. Durairajan et al., InterTubes, SIGCOMM 2015, DOI 10.1145/2785956.2787499.
    public static let roadStretch = 1.3

    /// One-way delay of each cable that is used, for its landings and the ways to them [ms].
    public var landingDelayMs: Double

    /// Round-trip time that every pair has beside that of its way [ms].
    public var fixedMs: Double

    /// Creates delays; without arguments, the fitted ones, and without a slack of corridors, that which
    /// belongs to the stretch over land.
    public init(
        refractiveIndex: Double = 1.468, cableSlack: Double = 1.010, landStretch: Double = 1.767,
        corridorSlack: Double? = nil, landingDelayMs: Double = 3.191,
        fixedMs: Double = 2.957
    ) {
        self.refractiveIndex = refractiveIndex
        self.cableSlack = cableSlack
        self.landStretch = landStretch
        self.corridorSlack = corridorSlack ?? landStretch / Self.roadStretch
        self.landingDelayMs = landingDelayMs
        self.fixedMs = fixedMs
    }

    /// One-way time of light through fibre [ms/km].
    public var msPerKm: Double { 1_000 * refractiveIndex / Physics.speedOfLightKmPerS }

    /// One-way delay of a leg [ms].
    func delayMs(of leg: FibreLeg) -> Double {
        switch leg.kind {
        case .cable: msPerKm * cableSlack * leg.lengthKm + landingDelayMs
        case .corridor: msPerKm * corridorSlack * leg.lengthKm
        case .land: msPerKm * landStretch * leg.lengthKm
        }
    }
}
