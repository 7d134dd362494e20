import DataCenters

/// The `training` of a scenario: models that several sites train together.
///
/// Where a key has several values, all combinations are trained.
public struct TrainingKeys: Sendable {
    /// How sites keep together.
    public enum Method: String, Sendable, CaseIterable {
        /// All gradients after each step.
        case dataParallel = "data-parallel"

        /// What changed in many local steps.
        case diloco

        /// The same, a fragment at a time, while computing goes on.
        case streaming
    }

    /// The methods.
    public var methods: [Method]

    /// The sites by name; `nil` for all regions, or all where there are none.
    public var sites: [String]?

    /// Numbers of sites: the first so many of them; `nil` for all.
    public var siteCounts: [Int]?

    /// Parameters of the model.
    public var parameters: [Double]

    /// Inner steps of `diloco` and `streaming`.
    public var innerSteps: [Int]

    /// What a synchronisation carries of each parameter, `diloco` and `streaming` [bytes].
    public var bytesPerParameter: [Double]

    /// The same for the gradients of `data-parallel` [bytes].
    public var gradientBytes: Double

    /// Tokens that all sites together take in a step.
    public var tokensPerStep: Double

    /// Time of a step [s]; `nil` for what the sites compute.
    public var stepS: Double?

    /// The share of what a site computes that training uses.
    public var flopsUtilisation: Double

    /// Fragments of `streaming`.
    public var fragments: Int

    /// Steps that go on while `streaming` synchronises; `nil` for as many as there are between two.
    public var streamingOverlapSteps: Double?

    /// Steps that go on while `diloco` synchronises.
    public var overlapSteps: Double

    /// How sites reduce.
    public var algorithm: CollectiveAlgorithm

    /// Capacities of lasers to train with [Gbit/s]; `nil` for that of the scenario.
    public var laserGbps: [Double]?

    /// Capacities of radio links to train with [Gbit/s]; `nil` for that of the scenario.
    public var radioGbps: [Double]?

    /// How long a message pauses when its route changes [s].
    public var reroutePauseS: Double

    /// A table of published rates to put beside the closed form; `nil` for none.
    public var publishedFile: String?

    /// Where the sites stand.
    public var place: ScenarioPlace

    init(_ value: YAMLValue) throws(ScenarioError) {
        let map = try value.mapping([
            "methods", "sites", "site_counts", "parameters", "inner_steps",
            "bytes_per_parameter", "gradient_bytes", "tokens_per_step", "step_s",
            "flops_utilisation", "fragments", "streaming_overlap_steps", "overlap_steps",
            "algorithm", "laser_gbps", "radio_gbps", "reroute_pause_s", "published",
        ])
        place = map["sites"]?.place ?? value.place
        methods = try map["methods"]?.choices() ?? Method.allCases
        sites = try map["sites"]?.names(expected: "names of sites")
        siteCounts = try map["site_counts"]?.integers("sites", in: 1...10_000)
        parameters = try map["parameters"]?.numbers("parameters", in: 1...1e15) ?? [10e9]
        innerSteps = try map["inner_steps"]?.integers("steps", in: 1...1_000_000) ?? [100]
        bytesPerParameter =
            try map["bytes_per_parameter"]?.numbers("bytes", in: 0.001...64) ?? [1]
        gradientBytes = try map["gradient_bytes"]?.number("bytes", in: 0.001...64) ?? 2
        tokensPerStep = try map["tokens_per_step"]?.positive("tokens", upTo: 1e15) ?? 4e6
        stepS = try map["step_s"]?.positive("seconds", upTo: 1e9)
        flopsUtilisation =
            try map["flops_utilisation"]?.positive("share of the compute", upTo: 1) ?? 0.4
        fragments = try map["fragments"]?.integer("fragments", in: 1...1_000_000) ?? 10
        streamingOverlapSteps =
            try map["streaming_overlap_steps"]?.number("steps", in: 0...1_000_000)
        overlapSteps = try map["overlap_steps"]?.number("steps", in: 0...1_000_000) ?? 0
        algorithm = try map["algorithm"]?.choice() ?? .ring
        laserGbps = try map["laser_gbps"]?.numbers("Gbit/s", in: 0...1e9)
        radioGbps = try map["radio_gbps"]?.numbers("Gbit/s", in: 0...1e9)
        reroutePauseS = try map["reroute_pause_s"]?.number("seconds", in: 0...3_600) ?? 0
        publishedFile = try map["published"]?.text(expected: "a table")
        if CollectiveSchedule(.allReduce, by: algorithm, order: [0], groups: [[0]]) == nil {
            throw map["algorithm"]?.wrong(expected: "an algorithm that does all-reduce")
                ?? value.wrong(expected: "an algorithm that does all-reduce")
        }
        if let most = map["inner_steps"], methods.contains(.streaming),
            let few = innerSteps.first(where: { $0 < fragments })
        {
            throw .wrongValue(
                place: most.place, found: "\(few) steps and \(fragments) fragments",
                expected: "a step for each fragment at least")
        }
    }
}
