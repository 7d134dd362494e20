import DataCenters
import LaserMesh
import Orbits
import Results
import Routing

/// Servers in orbit at which groups of users meet: `meetup.csv` and `meetup_servers.csv`.
enum MeetUpTables {
    static func write(
        _ keys: ServingKeys, _ study: DataCenterStudy, into folder: ResultFolder,
        _ shortfalls: inout Shortfalls
    ) throws {
        guard !keys.groups.isEmpty else { return }
        let experiment = study.experiment
        let servers = study.sites.filter { $0.keys.kind == .orbit }
        if servers.isEmpty, study.barredSites.contains(where: { $0.keys.kind == .orbit }) {
            shortfalls.add(
                "serving", "meet-up servers", atS: .nan, share: 0,
                "no satellite is in the countries that must_compute_in names")
            return
        }
        guard !servers.isEmpty else {
            throw ScenarioError.wrongValue(
                place: keys.groups[0].place, found: "a group, and no site in orbit",
                expected: "sites of the kind orbit, at which groups meet")
        }
        let table = try folder.table(
            "meetup.csv",
            columns: [
                "group", "policy", "users", "instants", "served_share", "hand_offs",
                "mean_hold_s", "mean_rtt_ms", "max_rtt_ms", "state_moved_gb", "mean_move_ms",
            ])
        let series = try folder.table(
            "meetup_servers.csv", columns: ["time_s", "group", "policy", "server", "worst_rtt_ms"])
        for group in keys.groups {
            let users = try group.users.map { name in
                guard let user = experiment.stations.firstIndex(where: { $0.name == name }) else {
                    throw ScenarioError.wrongValue(
                        place: group.place, found: "'\(name)' in a group",
                        expected: NodeNames.expected(for: name, among: experiment.stations))
                }
                return user
            }
            let latency = latencies(users, servers, keys, experiment)
            for policy in keys.policies {
                let meeting = MeetUp(policy, latency: latency)
                let subject = "\(group.name), \(policy.rawValue)"
                let apart = try append(
                    meeting, policy, group, latency, servers, keys, study, to: table)
                if apart > 0 {
                    let all = meeting.handOffs.count
                    shortfalls.add(
                        "meetup", subject, atS: .nan, share: Double(all - apart) / Double(all),
                        "no lasers lead from the old server to the new one in the other hand-offs, "
                            + "which mean_move_ms leaves out")
                }
                var rows = RowBuffer()
                for (instant, server) in meeting.servers.enumerated() {
                    let worst = server.flatMap { latency[instant][$0]?.max() } ?? .nan
                    rows.row(
                        experiment.window.seconds(at: instant), group.name, policy.rawValue,
                        server.map { servers[$0].name }, 2 * worst)
                }
                try series.append(rows)
                let served = meeting.servers.count { $0 != nil }
                if served < meeting.servers.count {
                    shortfalls.add(
                        "meetup", subject, atS: .nan,
                        share: Double(served) / Double(meeting.servers.count),
                        "at the other instants no server serves all users of the group")
                }
            }
        }
    }

    /// For each instant and server the one-way latencies of the users [ms].
    private static func latencies(
        _ users: [Int], _ servers: [Site], _ keys: ServingKeys, _ experiment: Experiment
    ) -> [[[Double]?]] {
        var query = OneToAll(rules: experiment.scenario.routing)
        let stations = Set(users).sorted()
        return (0..<experiment.window.count).map { instant in
            let mesh = experiment.mesh(
                atSeconds: experiment.window.seconds(at: instant), linking: stations
            ).mesh
            var all = [[Double]?](repeating: [], count: servers.count)
            for user in users {
                if keys.groupsUseMesh { query.search(in: mesh, from: mesh.station(user)) }
                for (place, server) in servers.enumerated() where all[place] != nil {
                    let km =
                        keys.groupsUseMesh
                        ? query.costKm(to: server.node)
                        : mesh.link(between: mesh.station(user), and: server.node)?.lengthKm
                    if let km {
                        all[place]?.append(1_000 * km / Physics.speedOfLightKmPerS)
                    } else {
                        all[place] = nil
                    }
                }
            }
            return all
        }
    }

    /// Appends the row of a group under a policy.
    ///
    /// - Returns: The hand-offs between servers that no lasers join.
    private static func append(
        _ meeting: MeetUp, _ policy: MeetUpPolicy, _ group: ServingKeys.Group,
        _ latency: [[[Double]?]], _ servers: [Site], _ keys: ServingKeys,
        _ study: DataCenterStudy, to table: TableWriter
    ) throws -> Int {
        let experiment = study.experiment
        let worst = meeting.servers.indices.compactMap { instant in
            meeting.servers[instant].flatMap { latency[instant][$0]?.max() }
        }
        let window = experiment.window
        let step = window.seconds(at: 1) - window.seconds(at: 0)
        var query = AStar(rules: experiment.scenario.routing)
        var moves: [Double] = []
        for (instant, from, to) in meeting.handOffs {
            let mesh = experiment.mesh(atSeconds: window.seconds(at: instant), linking: []).mesh
            let route = query.route(in: mesh, from: servers[from].node, to: servers[to].node)
            // Over lasers: the way, and the state at their capacity.
            let gbps = experiment.scenario.capacity.laserGbps
            if let route { moves.append(1_000 * (route.latencyS + 8 * keys.stateGB / gbps)) }
        }
        let served = Double(worst.count) / Double(max(1, meeting.servers.count))
        let hold = Double(worst.count) * step / Double(meeting.handOffs.count + 1)
        let mean = worst.reduce(0, +) / Double(max(1, worst.count))
        let move = moves.isEmpty ? nil : moves.reduce(0, +) / Double(moves.count)
        try table.row(
            group.name, policy.rawValue, group.users.count, meeting.servers.count, served,
            meeting.handOffs.count, worst.isEmpty ? Double.nan : hold,
            worst.isEmpty ? Double.nan : 2 * mean, 2 * (worst.max() ?? .nan),
            keys.stateGB * Double(meeting.handOffs.count), move)
        return meeting.handOffs.count - moves.count
    }
}
