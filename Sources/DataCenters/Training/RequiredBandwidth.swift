/// The least rate at which training computes for a given share of its time, from the fixed grid of rates of
/// the published tables.
///
/// A third of a step goes forward and two thirds backward; the reduction of a layer begins when it has gone
/// backward, the last layer first. With L layers, a step of s seconds and a payload of B bits at a rate W, a
/// layer takes c = B / (W L), and
///
/// ```
/// exposed = B/W - (2/3) s (1 - 1/L)   if c > 2 s / (3 L), else c
/// utilisation = H s / (H s + exposed)
/// ```
///
/// The form of the model and the grid are inferred from the tables, and so is the payload: the papers print
/// none. Without overlap all of B/W is exposed; with a whole step of overlap only what exceeds s.
///
/// - Note: Z. Charles et al., "Communication-efficient language model training scales reliably and robustly:
///   scaling laws for DiLoCo", arXiv 2503.09799, tables 6 and 7; A. Douillard et al., arXiv 2501.18512.
public struct RequiredBandwidth: Sendable, Hashable {
    /// What of a synchronisation is hidden behind computing.
    public enum Overlap: String, Sendable, CaseIterable {
        /// Layers while the step goes backward.
        case backward

        /// Nothing.
        case none

        /// As much as a step lasts.
        case step
    }

    /// Time of a step [s].
    public var stepS: Double

    /// Layers of the model.
    public var layers: Int

    /// What a synchronisation carries [bits].
    public var payloadBits: Double

    /// What is hidden.
    public var overlap: Overlap

    /// Creates the model of an architecture.
    public init(
        stepS: Double, layers: Int, payloadBits: Double, overlap: Overlap = .backward
    ) {
        precondition(stepS > 0 && layers >= 1 && payloadBits > 0)
        self.stepS = stepS
        self.layers = layers
        self.payloadBits = payloadBits
        self.overlap = overlap
    }

    /// The share of the time that is computed, with a synchronisation every so many steps.
    public func utilisation(innerSteps: Int, gbps: Double) -> Double {
        let transferS = payloadBits / (gbps * 1e9)
        let exposedS: Double
        switch overlap {
        case .none: exposedS = transferS
        case .step: exposedS = max(0, transferS - stepS)
        case .backward:
            let layerS = transferS / Double(layers)
            let backwardS = 2 * stepS / 3
            exposedS =
                layerS > backwardS / Double(layers)
                ? transferS - backwardS * (1 - 1 / Double(layers)) : layerS
        }
        let computedS = Double(innerSteps) * stepS
        return computedS / (computedS + exposedS)
    }

    /// The place of the least rate of a grid that suffices; `nil` where none does.
    public func place(
        innerSteps: Int, utilisation: Double, on grid: [Double]
    ) -> Int? {
        grid.firstIndex { self.utilisation(innerSteps: innerSteps, gbps: $0) >= utilisation }
    }
}
