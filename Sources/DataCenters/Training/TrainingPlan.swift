/// Training at several sites that synchronise over a network.
///
/// | method | inner steps | fragments | overlap |
/// |---|---|---|---|
/// | synchronous data parallel | 1 | 1 | 0 |
/// | local SGD (DiLoCo) | H | 1 | steps that go on during the synchronisation |
/// | streaming | H | F, of which one is synchronised every H/F steps | likewise, up to H/F |
///
/// After the steps of a fragment its synchronisation begins. Computing goes on for `overlapSteps`, then
/// waits for the synchronisation if that has not ended.
///
/// - Note: A. Douillard et al., "DiLoCo", arXiv 2311.08105; "Streaming DiLoCo with overlapping
///   communication", arXiv 2501.18512.
public struct TrainingPlan: Sendable, Hashable {
    /// Parameters of the model.
    public var parameters: Double

    /// Inner steps between two synchronisations of the same parameter.
    public var innerSteps: Int

    /// What a synchronisation carries of each parameter [bytes].
    public var bytesPerParameter: Double

    /// In how many parts the parameters are synchronised, one after another.
    public var fragments: Int

    /// Steps that are computed while a synchronisation is under way.
    public var overlapSteps: Double

    /// Time of an inner step [s].
    public var stepS: Double

    /// Creates a plan.
    public init(
        parameters: Double, innerSteps: Int, bytesPerParameter: Double, fragments: Int = 1,
        overlapSteps: Double = 0, stepS: Double
    ) {
        precondition(parameters > 0 && innerSteps >= 1 && bytesPerParameter > 0 && stepS > 0)
        precondition(fragments >= 1 && fragments <= innerSteps)
        precondition(overlapSteps >= 0 && overlapSteps <= Double(innerSteps) / Double(fragments))
        self.parameters = parameters
        self.innerSteps = innerSteps
        self.bytesPerParameter = bytesPerParameter
        self.fragments = fragments
        self.overlapSteps = overlapSteps
        self.stepS = stepS
    }

    /// Inner steps before each synchronisation.
    public var stepsPerSync: Double { Double(innerSteps) / Double(fragments) }

    /// What a synchronisation carries [bytes].
    public var syncBytes: Double { parameters * bytesPerParameter / Double(fragments) }

    /// Computing between two synchronisations of the same parameter [s].
    public var computeS: Double { Double(innerSteps) * stepS }

    /// Trains from one instant to another.
    ///
    /// - Parameters:
    ///   - startS: When the first step begins [s].
    ///   - endS: When the window ends [s].
    ///   - synchronise: What comes of a synchronisation that begins at an instant [s].
    /// - Complexity: O(synchronisations).
    public func run(
        fromS startS: Double, toS endS: Double,
        synchronise: (_ atS: Double) -> TransferOutcome
    ) -> TrainingOutcome {
        var outcome = TrainingOutcome(startS: startS, endS: startS)
        var begin = startS + stepsPerSync * stepS
        while begin < endS {
            let sync = synchronise(begin)
            guard let syncEnd = sync.endS, syncEnd <= endS else {
                outcome.unfinished = sync
                break
            }
            outcome.syncs += 1
            outcome.syncS += syncEnd - begin
            outcome.greatestSyncS = max(outcome.greatestSyncS, syncEnd - begin)
            outcome.linkBytes.merge(sync.linkBytes) { $0 + $1 }
            // Steps that were computed before this synchronisation took effect, and no later ones.
            let resumed = max(begin + overlapSteps * stepS, syncEnd)
            outcome.steps = Double(outcome.syncs) * stepsPerSync + overlapSteps
            outcome.endS = resumed
            begin = resumed + (stepsPerSync - overlapSteps) * stepS
        }
        if outcome.syncs == 0 {
            // Nothing but the first steps was computed before the window ended.
            outcome.steps = min(stepsPerSync + overlapSteps, (endS - startS) / stepS)
            outcome.endS = endS
        }
        return outcome
    }
}
