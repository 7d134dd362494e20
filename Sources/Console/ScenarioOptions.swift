import ArgumentParser
import Scenarios

/// The options by which an executable gets its scenario.
public struct ScenarioOptions: ParsableArguments {
    /// The path of the scenario.
    @Option(help: ArgumentHelp("The scenario, in YAML.", valueName: "file"), completion: .file())
    public var scenario: String

    /// Whether TLE lines are read whatever their checksum.
    @Flag(help: "Accept TLE lines whose checksum is wrong.")
    public var allowBadChecksum = false

    /// Creates the options with their defaults.
    public init() {}

    /// Reads the scenario.
    ///
    /// - Parameter change: What the command line changes in it.
    /// - Throws: `ScenarioError` and what reading the scenario's files throws.
    public func experiment(changing change: (inout Scenario) -> Void = { _ in }) throws
        -> Experiment
    {
        var keys = try Scenario(contentsOf: scenario)
        if allowBadChecksum { keys.constellation.allowBadChecksums() }
        change(&keys)
        return try Experiment(keys)
    }
}
