import LaserMesh
import Routing

/// The forwarding state and the bandwidths of interfaces in Hypatia's form: whole at the first instant,
/// and after it the rows that change.
struct HypatiaStates {
    private let interfaces: HypatiaInterfaces
    private let satelliteCount: Int
    private let stationCount: Int
    private var next: [Int32] = []
    private var pairing: [Int32]?

    init(_ interfaces: HypatiaInterfaces, satelliteCount: Int, stationCount: Int) {
        self.interfaces = interfaces
        self.satelliteCount = satelliteCount
        self.stationCount = stationCount
    }

    /// The rows of the forwarding state that are new, `node,destination,next,interface,interface of
    /// next`: satellites first, then stations, each to all destinations.
    ///
    /// - Parameters:
    ///   - column: Next hops, instant by instant, destination by destination, node by node.
    ///   - instant: The instant, from 0.
    /// - Complexity: O(nodes · destinations).
    mutating func forwarding(_ column: NodeColumn, at instant: Int) -> [UInt8] {
        let nodes = satelliteCount + stationCount
        let count = nodes * stationCount
        let first = instant * count
        let isFirst = next.isEmpty
        if isFirst { next = Array(repeating: -2, count: count) }
        // Found in the order of memory, and then put in that of the file.
        var changed: [Int] = []
        for place in 0..<count where next[place] != column[first + place] {
            next[place] = column[first + place]
            let (station, node) = place.quotientAndRemainder(dividingBy: nodes)
            if node != satelliteCount + station { changed.append(node * stationCount + station) }
        }
        changed.sort()
        var bytes: [UInt8] = []
        bytes.reserveCapacity(changed.count * 20)
        for place in changed {
            let (node, station) = place.quotientAndRemainder(dividingBy: stationCount)
            let hop = interfaces.hop(from: node, to: Int(next[station * nodes + node]))
            bytes.append(
                contentsOf:
                    "\(node),\(satelliteCount + station),\(hop.next),\(hop.own),\(hop.other)\n".utf8
            )
        }
        return bytes
    }

    /// The bandwidths that are new where each satellite has one interface for all stations: all of it,
    /// at the first instant.
    func freeBandwidths(isFirst: Bool) -> [UInt8] {
        guard isFirst else { return [] }
        var text = ""
        for node in 0..<(satelliteCount + stationCount) {
            let interface =
                node < satelliteCount ? interfaces.groundInterface(of: node, to: 0) : 0
            text += "\(node),\(interface),1.000000\n"
        }
        return Array(text.utf8)
    }

    /// The bandwidths that are new where each station is paired to one satellite: the stations of a
    /// satellite share its bandwidth, and interfaces that are idle have all of it.
    ///
    /// - Parameter pairing: For each station its satellite, −1 for none.
    mutating func pairedBandwidths(_ pairing: [Int32]) -> [UInt8] {
        let before = self.pairing.map(shares)
        let now = shares(pairing)
        self.pairing = pairing
        var text = ""
        for satellite in 0..<satelliteCount {
            for station in 0..<stationCount {
                let share = now[satellite * stationCount + station] ?? 1
                if let before, (before[satellite * stationCount + station] ?? 1) == share {
                    continue
                }
                let interface = interfaces.groundInterface(of: satellite, to: station)
                text += "\(satellite),\(interface),\(Self.text(of: share))\n"
            }
        }
        for station in 0..<stationCount {
            let key = satelliteCount * stationCount + station
            let share = now[key] ?? 1
            if let before, (before[key] ?? 1) == share { continue }
            text += "\(satelliteCount + station),0,\(Self.text(of: share))\n"
        }
        return Array(text.utf8)
    }

    /// The shares below one, by satellite and station, and those of stations after them.
    private func shares(_ pairing: [Int32]) -> [Int: Double] {
        var users: [Int32: Int] = [:]
        for satellite in pairing where satellite >= 0 { users[satellite, default: 0] += 1 }
        var shares: [Int: Double] = [:]
        for (station, satellite) in pairing.enumerated() {
            guard let count = users[satellite], count > 1 else { continue }
            let share = 1 / Double(count)
            shares[Int(satellite) * stationCount + station] = share
            shares[satelliteCount * stationCount + station] = share
        }
        return shares
    }

    /// Six digits after the point, as Hypatia writes them.
    private static func text(of share: Double) -> String {
        let millionths = Int((share * 1e6).rounded())
        let digits = String(millionths % 1_000_000)
        return "\(millionths / 1_000_000)."
            + String(repeating: "0", count: 6 - digits.count) + digits
    }
}
