/// What a person may ask of a form beside its name.
public struct ExchangeOptions: Sendable {
    /// Of Hypatia: who may relay, and to whom a station speaks.
    public var algorithm: HypatiaAlgorithm

    /// Of forms that hold a single instant: that one; `nil` for the first of the window.
    public var at: MeshInstant?

    /// Of CZML, the time between places [s], `nil` for about a hundred of them; of StarPerf's file,
    /// which does not hold it, the time between its slots; of StarPerf's XML the step of the window.
    public var stepS: Double?

    /// Creates options; without arguments, the defaults.
    public init(
        algorithm: HypatiaAlgorithm = .freeOneOnlyOverISLs, at: MeshInstant? = nil,
        stepS: Double? = nil
    ) {
        self.algorithm = algorithm
        self.at = at
        self.stepS = stepS
    }
}
