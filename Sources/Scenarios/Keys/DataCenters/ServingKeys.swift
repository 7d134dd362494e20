import DataCenters

/// The `serving` of a scenario: users, and what answers them.
public struct ServingKeys: Sendable {
    /// Requests that were recorded.
    public struct Trace: Sendable {
        /// A table `arrival_s,prompt_tokens,output_tokens`.
        public var file: String
        /// Where it stands.
        public var place: ScenarioPlace
    }

    /// Users who share a server.
    public struct Group: Sendable {
        /// Its name.
        public var name: String
        /// Ground stations by name.
        public var users: [String]
        /// Where it stands.
        public var place: ScenarioPlace
    }

    /// Requests of a person in a day.
    public var requestsPerPersonDay: Double

    /// Whose limits an answer should keep.
    public var limit: InferenceLimit

    /// Tokens of a question.
    public var promptTokens: Double

    /// Tokens of an answer.
    public var outputTokens: Double

    /// Tokens of a question that a server reads in a second.
    public var prefillTokensPerS: Double

    /// Tokens of an answer that a server writes in a second.
    public var decodeTokensPerS: Double

    /// Standard deviation over mean of the times between requests.
    public var arrivalVariation: Double

    /// Standard deviation over mean of the service times.
    public var serviceVariation: Double

    /// A trace to replay; `nil` for none.
    public var trace: Trace?

    /// Groups that meet at servers.
    public var groups: [Group]

    /// How they choose them.
    public var policies: [MeetUpPolicy]

    /// Whether servers are reached through lasers, and not only in sight of all users.
    public var groupsUseMesh: Bool

    /// State that moves with a server [GB].
    public var stateGB: Double

    init(_ value: YAMLValue) throws(ScenarioError) {
        let map = try value.mapping([
            "requests_per_person_day", "limit", "prompt_tokens", "output_tokens",
            "prefill_tokens_per_s", "decode_tokens_per_s", "arrival_variation",
            "service_variation", "trace", "groups", "policies", "meet_over", "state_gb",
        ])
        requestsPerPersonDay =
            try map["requests_per_person_day"]?.number("requests", in: 0...1e6) ?? 1
        limit = try map["limit"]?.choice() ?? .llama70BInteractive
        // Medians of the conversation trace of Azure, 2023; a stream of Llama 3.3 70B among eight.
        promptTokens = try map["prompt_tokens"]?.positive("tokens", upTo: 1e9) ?? 1_020
        outputTokens = try map["output_tokens"]?.positive("tokens", upTo: 1e9) ?? 129
        prefillTokensPerS =
            try map["prefill_tokens_per_s"]?.positive("tokens a second", upTo: 1e12) ?? 6_857
        decodeTokensPerS =
            try map["decode_tokens_per_s"]?.positive("tokens a second", upTo: 1e12) ?? 54.7
        arrivalVariation = try map["arrival_variation"]?.number("a ratio", in: 0...1_000) ?? 1
        serviceVariation = try map["service_variation"]?.number("a ratio", in: 0...1_000) ?? 1
        if let value = map["trace"] {
            trace = Trace(file: try value.text(expected: "a table"), place: value.place)
        }
        policies = try map["policies"]?.choices() ?? MeetUpPolicy.allCases
        groupsUseMesh = try map["meet_over"]?.choice(MeetChoice.self) == .mesh
        stateGB = try map["state_gb"]?.number("GB", in: 0...1e12) ?? 1
        groups = []
        for item in try map["groups"]?.items(expected: "a list of { name, users }") ?? [] {
            let keys = try item.mapping(["name", "users"])
            groups.append(
                Group(
                    name: try keys.required("name", expected: "the name of the group").text(),
                    users: try keys.required("users", expected: "names of stations")
                        .names(expected: "names of stations"), place: item.place))
        }
    }

    /// What leads to a server that a group meets at.
    enum MeetChoice: String, CaseIterable {
        case sight
        case mesh
    }
}
