/// The satellites in reach by latitude, and the servers at which groups meet.
struct SightFigures {
    /// What users at a latitude see of the sites in orbit.
    struct Sight: Sendable {
        var latitudeDeg: Double
        var fewest: Int
        var mean: Double
        var most: Int
        /// Round-trip times [ms]; NaN where nothing is ever in reach.
        var leastMs: Double
        var greatestMs: Double
    }

    /// The server of a group under a policy, over time.
    struct Meeting: Sendable {
        var group: String
        var policy: String
        var series: PairSeries
    }

    let sights: [Sight]
    let meetings: [Meeting]

    /// Users of the same five degrees of latitude, together.
    private var bands: [(latitudeDeg: Double, sights: [Sight])] {
        Dictionary(grouping: sights) { ($0.latitudeDeg / 5).rounded() * 5 }
            .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The figures.
    var figures: [Figure] { sightFigures + meetingFigures }

    private var sightFigures: [Figure] {
        let bands = bands
        guard bands.count > 1 else { return [] }
        func line(_ title: String, _ value: ([Sight]) -> Double?) -> (String, [String]) {
            let points = bands.compactMap { band in
                value(band.sights).map {
                    DataCenterFigures.number(band.latitudeDeg) + " " + DataCenterFigures.number($0)
                }
            }
            return (title, points)
        }
        return [
            byLatitude(
                "sight-rtt", "Round-trip time to the satellites in reach", "Round-trip time (ms)",
                [
                    line("the farthest") { $0.map(\.greatestMs).filter { !$0.isNaN }.max() },
                    line("the nearest") { $0.map(\.leastMs).filter { !$0.isNaN }.min() },
                ]),
            byLatitude(
                "sight-count", "Satellites in reach", "Satellites",
                [
                    line("the most") { $0.map { Double($0.most) }.max() },
                    line("on average") { $0.map(\.mean).reduce(0, +) / Double($0.count) },
                    line("the fewest") { $0.map { Double($0.fewest) }.min() },
                ]),
        ]
    }

    private func byLatitude(
        _ name: String, _ title: String, _ axis: String,
        _ lines: [(title: String, points: [String])]
    ) -> Figure {
        var blocks = DataBlocks(columns: "latitude_deg value")
        var items: [String] = []
        for (place, line) in lines.enumerated() {
            guard let index = blocks.append(line.title, line.points) else { continue }
            items.append(
                "'\(name).dat' index \(index) with linespoints lw 1.6 "
                    + "\(FigurePalette.point(place)) \(FigurePalette.colour(place)) title "
                    + GnuplotText.quoted(line.title))
        }
        let latitudes = bands.map(\.latitudeDeg)
        let (south, north) = ((latitudes.min() ?? 0) - 2, (latitudes.max() ?? 90) + 2)
        return Figure(
            name: name, width: 720, height: 420,
            settings: DataCenterFigures.frame + [
                "set title '\(title)'", "set xrange [\(south):\(north)]", "set yrange [0:*]",
                "set xtics 15", DataCenterFigures.xLabel("Latitude (deg)"),
                "set ylabel '\(axis)'",
            ],
            items: items.isEmpty ? ["NaN notitle"] : items,
            data: [Figure.DataFile(name: name + ".dat", bytes: blocks.bytes)])
    }

    private var meetingFigures: [Figure] {
        var groups: [String] = []
        for meeting in meetings where !groups.contains(meeting.group) {
            groups.append(meeting.group)
        }
        return groups.enumerated().map { number, group in
            figure("meetup-\(number + 1)", group, meetings.filter { $0.group == group })
        }
    }

    private func figure(_ name: String, _ group: String, _ meetings: [Meeting]) -> Figure {
        var figure = SeriesFigure(
            name: name, title: "Farthest user of \(group) from the server",
            columns: "time rtt_ms", noun: "policies",
            of: meetings.map { meeting in
                let handOffs = Self.changes(of: meeting.series).count
                return .init(title: meeting.policy, remark: ", \(handOffs) hand-offs")
            })
        figure.dots = "hand-off"
        let axis = TimeAxis(meetings.map(\.series))
        var values: [Double] = []
        for (place, meeting) in meetings.prefix(figure.labels.count).enumerated() {
            let series = meeting.series
            values += series.rttMs.filter { !$0.isNaN }
            figure.addLine(
                place, points: RTTFigure.lines(series, axis), marks: RTTFigure.marks(series, axis))
            figure.addDots(
                place, "hand-offs",
                Self.changes(of: series).map {
                    axis.text(series.timesS[$0]) + " "
                        + GnuplotText.number(series.rttMs[$0], decimals: 6)
                })
        }
        let range = SeriesFigure.range(values)
        return figure.figure(
            height: 400,
            settings: axis.settings + [
                "set yrange [\(range.lowerBound):\(range.upperBound)]",
                "set ylabel 'Round-trip time (ms)'",
            ])
    }

    /// The instants from which on another server is in use.
    private static func changes(of series: PairSeries) -> [Int] {
        var (last, changes): (Int?, [Int]) = (nil, [])
        for (instant, server) in series.routes.enumerated() {
            guard let server else { continue }
            if let last, last != server { changes.append(instant) }
            last = server
        }
        return changes
    }
}

extension SightFigures {
    /// Reads `sight.csv` and `meetup_servers.csv`, where they are.
    init(_ tables: inout ResultTables) throws(CSVError) {
        var sights: [Sight] = []
        if tables.has("sight.csv") {
            let table = try tables.table("sight.csv")
            let latitudes = try table.doubles("latitude_deg")
            let fewest = try table.ints("fewest_satellites")
            let means = try table.doubles("mean_satellites")
            let most = try table.ints("most_satellites")
            let least = try table.doubles("least_rtt_ms", allowing: .nan)
            let greatest = try table.doubles("greatest_rtt_ms", allowing: .nan)
            sights = latitudes.indices.map {
                Sight(
                    latitudeDeg: latitudes[$0], fewest: fewest[$0], mean: means[$0],
                    most: most[$0], leastMs: least[$0], greatestMs: greatest[$0])
            }
        }
        var meetings: [Meeting] = []
        if tables.has("meetup_servers.csv") {
            let table = try tables.table("meetup_servers.csv")
            let times = try table.doubles("time_s")
            let (groups, policies) = (try table.strings("group"), try table.strings("policy"))
            let servers = try table.strings("server")
            let worst = try table.doubles("worst_rtt_ms", allowing: .nan)
            var numbers: [String: Int] = [:]
            for row in times.indices {
                let place =
                    meetings.firstIndex { $0.group == groups[row] && $0.policy == policies[row] }
                    ?? meetings.count
                if place == meetings.count {
                    meetings.append(
                        Meeting(
                            group: groups[row], policy: policies[row],
                            series: PairSeries(source: groups[row], destination: policies[row])))
                }
                meetings[place].series.timesS.append(times[row])
                meetings[place].series.rttMs.append(worst[row])
                meetings[place].series.hops.append(servers[row].isEmpty ? 0 : 1)
                if servers[row].isEmpty {
                    meetings[place].series.routes.append(nil)
                } else {
                    let number = numbers[servers[row]] ?? numbers.count
                    numbers[servers[row]] = number
                    meetings[place].series.routes.append(number)
                }
            }
        }
        self.init(sights: sights, meetings: meetings)
    }
}
