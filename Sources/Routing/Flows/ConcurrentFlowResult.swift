/// The common factor by which all demands can be carried at once, with a proof of how near it is to
/// the greatest one.
public struct ConcurrentFlowResult: Sendable {
    /// The outcome of each demand, carried whole: the rates of its routes add up to the demand.
    ///
    /// Demands without a route have none; they are left out of the factor.
    public let flows: [DemandFlow]

    /// The factor λ: with all rates times λ the fullest arc is just full. Infinite where nothing is
    /// to be carried over arcs with a limit.
    public let factor: Double

    /// A bound that no routing exceeds, by the dual linear program: `factor ≤ λ* ≤ factorBound`.
    public let factorBound: Double

    /// How often all demands were routed.
    public let phases: Int

    /// The greatest load over capacity of an arc when all demands are carried, which is 1 / λ.
    public var maxUtilisation: Double { 1 / factor }

    /// The least that the greatest utilisation can be, by the dual bound.
    public var maxUtilisationBound: Double { 1 / factorBound }

    /// By how much the factor falls short at most, and the utilisation exceeds: bound / factor − 1.
    public var gap: Double { factor == factorBound ? 0 : factorBound / factor - 1 }
}
