/// The servers that a group of users meets at over time.
public struct MeetUp: Sendable {
    /// The server at each instant; `nil` where none serves all users.
    public let servers: [Int?]

    /// Changes from one server to another, also over instants without any.
    public let handOffs: [(instant: Int, from: Int, to: Int)]

    /// How much worse than the best a candidate may be, and how many of those that stay longest are looked
    /// at.
    public static let (tolerance, shortList) = (0.1, 5)

    /// Chooses the servers.
    ///
    /// - Parameters:
    ///   - policy: How.
    ///   - latency: For each instant, then each server, the latencies of all users; `nil` for a server that
    ///     does not serve all of them.
    /// - Complexity: O(instants · servers · users).
    public init(_ policy: MeetUpPolicy, latency: [[[Double]?]]) {
        let worst = latency.map { $0.map { $0?.max() } }
        var servers: [Int?] = []
        switch policy {
        case .minMax: servers = worst.map { Self.least($0) }
        case .best:
            servers = latency.map { row in
                Self.least(row.map { $0.map { $0.reduce(0, +) / Double($0.count) } })
            }
        case .sticky:
            var stays = [[Int]](repeating: [], count: latency.count)
            for instant in latency.indices.reversed() {
                stays[instant] = worst[instant].indices.map { server in
                    guard worst[instant][server] != nil else { return 0 }
                    return 1 + (instant + 1 < latency.count ? stays[instant + 1][server] : 0)
                }
            }
            var current: Int?
            for instant in latency.indices {
                if let held = current, worst[instant][held] != nil {
                    servers.append(held)
                    continue
                }
                current = Self.stickiest(worst[instant], stays[instant])
                servers.append(current)
            }
        }
        self.servers = servers
        var handOffs: [(instant: Int, from: Int, to: Int)] = []
        var last: Int?
        for (instant, server) in servers.enumerated() {
            guard let server else { continue }
            if let last, last != server { handOffs.append((instant, last, server)) }
            last = server
        }
        self.handOffs = handOffs
    }

    private static func least(_ values: [Double?]) -> Int? {
        var best: Int?
        var least = Double.infinity
        for (server, value) in values.enumerated() {
            if let value, value < least { (best, least) = (server, value) }
        }
        return best
    }

    private static func stickiest(_ worst: [Double?], _ stays: [Int]) -> Int? {
        guard let best = least(worst), let limit = worst[best].map({ $0 * (1 + tolerance) }) else {
            return nil
        }
        let near = worst.indices.filter { server in worst[server].map { $0 <= limit } ?? false }
        let longest = near.sorted { (-stays[$0], $0) < (-stays[$1], $1) }.prefix(shortList)
        return longest.min { (worst[$0] ?? .infinity, $0) < (worst[$1] ?? .infinity, $1) }
    }
}
