/// The `shipping` of a scenario: bytes that have to be somewhere by a deadline.
public struct ShippingKeys: Sendable {
    /// A shipment.
    public struct Order: Sendable {
        /// The node that has the bytes, by name.
        public var source: String
        /// The node that wants them, by name.
        public var destination: String
        /// How many bytes.
        public var bytes: Double
        /// When they are there, since the epoch [s]; `nil` for the begin of the window.
        public var startS: Double?
        /// When they have to have come [s]; `nil` for the end of the window.
        public var deadlineS: Double?
        /// Where it stands.
        public var place: ScenarioPlace
    }

    /// The shipments, each as if it were alone.
    public var orders: [Order]

    /// What a satellite that is no site may hold [TB].
    public var satelliteStorageTB: Double

    init(_ value: YAMLValue) throws(ScenarioError) {
        let map = try value.mapping(["orders", "satellite_storage_tb"])
        satelliteStorageTB =
            try map["satellite_storage_tb"]?.number("TB", in: 0...1e12) ?? 0
        orders = []
        let list = try map.required("orders", expected: "a list of { from, to, bytes }")
        for item in try list.items(expected: "a list of { from, to, bytes }") {
            let keys = try item.mapping(["from", "to", "bytes", "start_s", "deadline_s"])
            orders.append(
                Order(
                    source: try keys.required("from", expected: "the name of a node").text(),
                    destination: try keys.required("to", expected: "the name of a node").text(),
                    bytes: try keys.required("bytes", expected: "a number of bytes")
                        .positive("bytes", upTo: 1e21),
                    startS: try keys["start_s"]?.number("seconds", in: -3e9...3e9),
                    deadlineS: try keys["deadline_s"]?.number("seconds", in: -3e9...3e9),
                    place: item.place))
        }
    }
}
