/// The `outages` of a scenario: planned times at which satellites, stations and links are out of order.
public enum OutageKeys: Sendable {
    /// One outage: a node, or the link between two of them.
    public struct Outage: Sendable {
        /// Name of the node, or of one end of the link.
        public var a: String

        /// Name of the other end; `nil` for a node.
        public var b: String?

        /// Begin, since the scenario's epoch [s].
        public var fromS: Double

        /// End, which is not part of it, since the scenario's epoch [s].
        public var toS: Double

        /// Where it stands in the scenario.
        public var place: ScenarioPlace
    }

    /// No outages.
    case none
    /// A table with the header `a,b,from_s,to_s`, relative to the scenario's file.
    case file(String)
    /// Outages that stand in the scenario.
    case listed([Outage])

    init(_ value: YAMLValue?) throws(ScenarioError) {
        guard let value else {
            self = .none
            return
        }
        if case .mapping = value.node {
            let map = try value.mapping(["file"])
            self = .file(
                try map.required("file", expected: "a table with the header a,b,from_s,to_s").text()
            )
            return
        }
        var listed: [Outage] = []
        for item in try value.items(expected: "a list of outages, or { file }") {
            let map = try item.mapping(["node", "link", "from_s", "to_s"])
            let chosen = try map.exactlyOne(of: ["node", "link"])
            var ends: [String] = []
            if map["link"] != nil {
                for end in try chosen.items(expected: "two names") { ends.append(try end.text()) }
                guard ends.count == 2, ends[0] != ends[1] else {
                    throw chosen.wrong(expected: "two different names")
                }
            } else {
                ends = [try chosen.text(expected: "the name of a satellite or a station")]
            }
            let span = TimeGrid.greatestSpanS
            listed.append(
                Outage(
                    a: ends[0], b: ends.count == 2 ? ends[1] : nil,
                    fromS: try map.required("from_s", expected: "when it begins")
                        .number("seconds", in: -span...span),
                    toS: try map.required("to_s", expected: "when it ends")
                        .number("seconds", in: -span...span), place: item.place))
        }
        self = .listed(listed)
    }
}
