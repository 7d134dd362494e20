/// Training that computes for a while and then synchronises all sites: synchronous data parallel with
/// one step in between, local SGD (DiLoCo) with many.
///
/// - Note: A. Douillard et al., "DiLoCo", arXiv 2311.08105; S. Jaghouar et al., "INTELLECT-1",
///   arXiv 2412.01152, section 4.
public struct Synchronisation: Sendable, Hashable {
    /// Inner steps between two synchronisations.
    public var innerSteps: Int

    /// Time of an inner step [s].
    public var stepS: Double

    /// Time of a synchronisation [s].
    public var syncS: Double

    /// The share of a synchronisation during which computing goes on, 0...1.
    public var overlap: Double

    /// Creates a plan.
    public init(innerSteps: Int, stepS: Double, syncS: Double, overlap: Double = 0) {
        precondition(innerSteps >= 1 && stepS > 0 && syncS >= 0 && (0...1).contains(overlap))
        self.innerSteps = innerSteps
        self.stepS = stepS
        self.syncS = syncS
        self.overlap = overlap
    }

    /// Time of computing between two synchronisations [s].
    public var computeS: Double { Double(innerSteps) * stepS }

    /// Time of a synchronisation during which nothing is computed [s]: what does not overlap, and what
    /// would overlap with more than there is to compute.
    public var exposedS: Double {
        let hidden = min(syncS * overlap, computeS)
        return syncS - hidden
    }

    /// The share of the time that is computed: T / (T + t).
    public var utilisation: Double { computeS / (computeS + exposedS) }

    /// Tokens a day.
    ///
    /// - Parameter perStep: Tokens that all sites together take in an inner step.
    public func tokensPerDay(perStep: Double) -> Double {
        86_400 * perStep * Double(innerSteps) / (computeS + exposedS)
    }

    /// How many times fewer bytes than with a synchronisation of the gradients after each step.
    ///
    /// - Parameters:
    ///   - gradientBits: Bits of a parameter's gradient.
    ///   - payloadBits: Bits of a parameter in a synchronisation here.
    public func byteRatio(gradientBits: Double, payloadBits: Double) -> Double {
        Double(innerSteps) * gradientBits / payloadBits
    }
}
