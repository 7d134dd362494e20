import LaserMesh

/// The links of stations that come and go, as `Topo_leo_change.txt` tells them.
///
/// Times are the numbers of matrices, from 1; nodes are counted from 1.
struct StarryNetChanges {
    private let satellites: Int
    private let nodes: Int
    private var lasers: [LaserLink]?
    private var radio: Set<LaserLink> = []
    private var changes: [(time: Int, added: [LaserLink], removed: [LaserLink])] = []
    private var count = 0

    init(satellites: Int, nodes: Int) {
        self.satellites = satellites
        self.nodes = nodes
    }

    /// Takes the links of the next instant.
    ///
    /// - Throws: ``ExchangeError/cannotSay(form:found:expected:)`` where lasers change.
    mutating func add(_ links: [DelayInstant.Link]) throws(ExchangeError) {
        count += 1
        let pairs = links.map { LaserLink($0.a, $0.b) }
        let lasers = pairs.filter { $0.b < satellites }
        if let before = self.lasers, before != lasers {
            throw .cannotSay(
                form: .starryNet, found: "lasers that change at its second \(count)",
                expected:
                    "one set for the whole run, since it adds and removes links of stations only")
        }
        self.lasers = lasers
        let radio = Set(pairs.filter { $0.b >= satellites })
        if count > 1, radio != self.radio {
            let ordered = { (links: Set<LaserLink>) in
                links.sorted { ($0.b, $0.a) < ($1.b, $1.a) }
            }
            changes.append(
                (
                    count, ordered(radio.subtracting(self.radio)),
                    ordered(self.radio.subtracting(radio))
                ))
        }
        self.radio = radio
    }

    /// The file.
    var text: String {
        var text = ""
        for (index, change) in changes.enumerated() {
            let next = index + 1 < changes.count ? changes[index + 1].time : count + 1
            text += "time \(change.time):\nduration \(next - change.time):\nadd:\n"
            for link in change.added { text += "\(link.a + 1)-\(link.b + 1)\n" }
            text += "del:\n"
            for link in change.removed { text += "\(link.a + 1)-\(link.b + 1)\n" }
        }
        return text + "time \(count):\nend of the emulation! \n"
    }
}
