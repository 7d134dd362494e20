/// The maximum concurrent flow of a traffic matrix over all routes, and with it the routing whose
/// greatest utilisation is least, to within a gap that is proven at run time.
///
/// The greatest λ for which λ times every demand can be carried, and the least U for which all demands
/// can be carried with every load at most U times the capacity, are the same problem: U = 1 / λ.
///
/// Each arc has a length, at first 1 / capacity. In a phase every demand is sent along routes that are
/// shortest to within 1 + ε, a source at a time, and the length of an arc grows by the factor
/// 1 + ε · flow / capacity with what is sent over it. Any sum of phases, scaled so that its fullest arc is just
/// full, is a flow: a lower bound of λ. Any lengths l give an upper bound,
///
/// ```
/// λ* ≤ Σ capacity · l / Σ demand · distance under l
/// ```
///
/// and so do their powers, which are tried now and then. The best of both are kept, and the run ends when they are within the gap. It begins with ε = 1/2;
/// where the phases that the theory grants do not suffice, ε is halved. With ε a fifth of the
/// gap they suffice, so that the end is certain.
///
/// - Complexity: O(ε⁻² · sources · (nodes + arcs) log² nodes), independent of the number of demands
///   but for their hops.
/// - Note: L. K. Fleischer, "Approximating fractional multicommodity flow independent of the number of
///   commodities", SIAM Journal on Discrete Mathematics 13 (2000) 505,
///   DOI 10.1137/S0895480199355754; N. Garg, J. Könemann, SIAM Journal on Computing 37 (2007) 630,
///   DOI 10.1137/S0097539704446232.
public struct ConcurrentFlow: Sendable {
    /// How far the factor may be from the greatest: bound / factor − 1.
    public let gap: Double

    /// Creates a query.
    ///
    /// - Parameter gap: In 0.001...1.
    public init(gap: Double = 0.05) {
        precondition(gap >= 0.001 && gap <= 1)
        self.gap = gap
    }

    /// Finds the factor and the routes of all demands.
    public func solve(_ traffic: TrafficMatrix, in network: FlowNetwork) -> ConcurrentFlowResult {
        var packing = FlowPacking(traffic, in: network)
        var step = 0.5
        while packing.isPossible, packing.gap > gap, step > gap / 8 {
            packing.restart()
            let phases = FlowPacking.phasesGranted(step: step, arcs: network.arcCount)
            for phase in 1...phases where packing.gap > gap {
                packing.route(step: step)
                if phase % 8 == 0 { packing.sharpenBound() }
                if phase & (phase - 1) == 0 { packing.mark() }
            }
            step /= 2
        }
        return packing.result
    }
}
