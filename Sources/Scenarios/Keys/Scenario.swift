import LaserMesh
import Orbits
import Results
import Routing
import Terrestrial

/// A scenario as its file states it, every value checked and every default filled in.
///
/// Files that it names are not opened yet; ``Experiment`` does that.
public struct Scenario: Sendable {
    /// The file's text, to the byte.
    public let text: String

    /// The file, as it was named.
    public let file: String

    /// Name of the scenario; that of the file where none is given.
    public var name: String

    /// The epoch from which seconds count; `nil` for the newest element set.
    public var epoch: Instant?

    /// The instants.
    public var window: TimeGrid

    /// The satellites.
    public var constellation: ConstellationKeys

    /// Their lasers.
    public var lasers: LaserKeys

    /// The ground stations.
    public var ground: GroundKeys

    /// Planned outages.
    public var outages: OutageKeys

    /// Failures by chance; `nil` for none.
    public var failures: FailureKeys?

    /// What a route may do, and what it costs.
    public var routing: RoutingRules

    /// The kind of routes; `nil` for the best one, in tables without ranks.
    public var algorithm: AlgorithmKeys?

    /// Routes over time.
    public var overTime: OverTimeKeys

    /// What links carry.
    public var capacity: LinkCapacities

    /// Fibre to compare with.
    public var fibre: GreatCircleFibre

    /// What the mesh is compared with.
    public var compare: CompareKeys

    /// Where packets may not be, and where they must have been.
    public var jurisdiction: JurisdictionKeys

    /// The pairs to route between.
    public var pairs: PairKeys

    /// Who sends how much to whom; `nil` where no traffic is given.
    public var traffic: TrafficKeys?

    /// How traffic is spread over routes.
    public var flows: FlowKeys

    /// What fails, and how often that is tried.
    public var resilience: ResilienceKeys

    /// Data centres, and what they do.
    public var dataCenters: DataCenterKeys

    /// All keys at the top of a scenario.
    static let keys = [
        "name", "epoch", "window", "constellation", "lasers", "ground", "routing", "capacity",
        "fibre", "pairs", "outages", "failures", "traffic", "flows", "resilience",
        "compare", "jurisdiction",
    ]

    /// Reads a scenario file.
    ///
    /// - Throws: `InputError` when the file cannot be read, ``ScenarioError`` when it is wrong.
    public init(contentsOf path: String) throws {
        try self.init(ScenarioText(file: path, bytes: InputFile.bytes(of: path)))
    }

    /// Reads a scenario from text; `file` names it in errors and is where file paths start from.
    public init(text: String, file: String) throws(ScenarioError) {
        try self.init(ScenarioText(file: file, text: text))
    }

    /// Makes the scenario of an element file alone, as if this were written in a file.
    ///
    /// - Parameters:
    ///   - path: The element file; a relative path starts from the current folder.
    ///   - epoch: The epoch from which seconds count; `nil` for the newest element set.
    ///   - durationS: Length of the window [s].
    ///   - stepS: Time between instants [s].
    /// - Throws: ``ScenarioError`` when the times are none that a scenario may have.
    public init(
        elementsAt path: String, epoch: Instant?, durationS: Double, stepS: Double
    ) throws(ScenarioError) {
        var quoted = ""
        for scalar in path.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\0"..<" ": quoted += "\\x" + Self.twoHexDigits(scalar.value)
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        var text = epoch.map { "epoch: \($0.iso8601(fractionDigits: 9))\n" } ?? ""
        text += "window: { duration_s: \(durationS), step_s: \(stepS) }\n"
        text += "constellation: { elements: { file: \"\(quoted)\" } }\n"
        try self.init(ScenarioText(file: "(command line)", text: text))
    }

    private static func twoHexDigits(_ value: UInt32) -> String {
        (value < 16 ? "0" : "") + String(value, radix: 16)
    }

    /// Takes a scenario as a sweep has put it together; `file` is where file paths start from.
    init(_ tree: ScenarioTree, file: String) throws(ScenarioError) {
        try self.init(
            YAMLValue(node: tree.node, file: file, path: ""), text: tree.canonicalText)
    }

    private init(_ source: ScenarioText) throws(ScenarioError) {
        try self.init(source.top(), text: source.text)
    }

    private init(_ top: YAMLValue, text: String) throws(ScenarioError) {
        self.text = text
        file = top.file
        let map = try top.mapping(Self.keys + DataCenterKeys.keys)
        name = try map["name"]?.text() ?? Self.defaultName(top.file)
        epoch = try map["epoch"]?.instant()
        window = try Self.window(map["window"])
        constellation = try ConstellationKeys(
            map.required("constellation", expected: "shells, a preset, elements or positions"))
        lasers = try LaserKeys(map["lasers"])
        ground = try GroundKeys(map["ground"])
        outages = try OutageKeys(map["outages"])
        failures = try FailureKeys(map["failures"])
        let routes = try RoutingKeys(map["routing"])
        routing = routes.rules
        algorithm = routes.algorithm
        overTime = routes.overTime
        capacity = try Self.capacity(map["capacity"])
        fibre = try Self.fibre(map["fibre"])
        compare = try CompareKeys(map["compare"])
        jurisdiction = try JurisdictionKeys(map["jurisdiction"])
        pairs = try PairKeys(map["pairs"])
        if let value = map["traffic"] { traffic = try TrafficKeys(value) }
        flows = try FlowKeys(map["flows"])
        resilience = try ResilienceKeys(map["resilience"])
        dataCenters = try DataCenterKeys(map)
        try requireBestRoutes(beside: jurisdiction)
    }

    /// Where a route must have been is asked of the best route only, at the instants of the window.
    private func requireBestRoutes(
        beside jurisdiction: JurisdictionKeys
    ) throws(ScenarioError) {
        guard let word = (jurisdiction.mustLandIn + jurisdiction.mustComputeIn).first else {
            return
        }
        if let algorithm, algorithm.name != .shortest {
            throw .wrongValue(
                place: word.place,
                found: "countries beside 'algorithm: \(algorithm.name.rawValue)'",
                expected: "must_land_in and must_compute_in beside the best route only")
        }
        if overTime.intervals == .exact {
            throw .wrongValue(
                place: word.place, found: "countries beside 'intervals: exact'",
                expected: "must_land_in and must_compute_in beside 'intervals: sampled' only")
        }
    }

    private static func defaultName(_ file: String) -> String {
        let last = file.split(separator: "/").last.map(String.init) ?? file
        let stem = last.split(separator: ".").first.map(String.init) ?? last
        return stem.isEmpty ? "scenario" : stem
    }

    private static func window(_ value: YAMLValue?) throws(ScenarioError) -> TimeGrid {
        let span = TimeGrid.greatestSpanS
        guard let value else { return TimeGrid(startS: 0, durationS: 6_000, stepS: 60) }
        let map = try value.mapping(["start_s", "duration_s", "step_s"])
        let start = try map["start_s"]?.number("seconds", in: -span...span) ?? 0
        let step = try map["step_s"]?.number("seconds", in: 1e-9...span) ?? 60
        let duration = try map["duration_s"]?.number("seconds", in: 0...span) ?? 6_000
        guard duration / step <= 1e9 else {
            throw .wrongValue(
                place: value.place, found: "more than a thousand million instants",
                expected: "a longer step_s or a shorter duration_s")
        }
        return TimeGrid(startS: start, durationS: duration, stepS: step)
    }

    private static func capacity(_ value: YAMLValue?) throws(ScenarioError) -> LinkCapacities {
        var capacity = LinkCapacities()
        guard let map = try value?.mapping(["laser_gbps", "radio_gbps"]) else { return capacity }
        if let laser = try map["laser_gbps"]?.number("Gbit/s", in: 0...1e9) {
            capacity.laserGbps = laser
        }
        if let radio = try map["radio_gbps"]?.number("Gbit/s", in: 0...1e9) {
            capacity.radioGbps = radio
        }
        return capacity
    }

    private static func fibre(_ value: YAMLValue?) throws(ScenarioError) -> GreatCircleFibre {
        var fibre = GreatCircleFibre()
        guard let map = try value?.mapping(["refractive_index", "stretch"]) else { return fibre }
        if let index = try map["refractive_index"]?.number("a refractive index", in: 1...3) {
            fibre.refractiveIndex = index
        }
        if let stretch = try map["stretch"]?.number("cable over great circle", in: 1...10) {
            fibre.stretch = stretch
        }
        return fibre
    }
}
