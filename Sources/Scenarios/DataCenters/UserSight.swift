import LaserMesh
import Orbits
import Results

/// The sites in orbit that a user reaches by one radio link, over the instants of a window.
struct UserSight: Sendable {
    /// The fewest and the most of them at an instant.
    private(set) var (fewest, most) = (Int.max, 0)
    /// Sums over instants.
    private var (total, instants, instantsWithSome) = (0, 0, 0)
    /// Least and greatest round-trip time to one of them [ms].
    private(set) var (leastMs, greatestMs) = (Double.infinity, 0.0)

    /// Adds an instant.
    ///
    /// - Parameter isSite: For each satellite whether it is a site.
    mutating func add(_ mesh: Mesh, of user: NodeID, isSite: [Bool]) {
        var count = 0
        for place in mesh.row(of: user) {
            let satellite = Int(mesh.neighbour[place])
            guard satellite < isSite.count, isSite[satellite] else { continue }
            count += 1
            let rttMs = 2_000 * mesh.lengthKm[place] / Physics.speedOfLightKmPerS
            leastMs = min(leastMs, rttMs)
            greatestMs = max(greatestMs, rttMs)
        }
        (fewest, most) = (min(fewest, count), max(most, count))
        total += count
        instants += 1
        if count > 0 { instantsWithSome += 1 }
    }

    /// Adds the instants of another part of the window.
    mutating func add(_ other: UserSight) {
        (fewest, most) = (min(fewest, other.fewest), max(most, other.most))
        (leastMs, greatestMs) = (min(leastMs, other.leastMs), max(greatestMs, other.greatestMs))
        total += other.total
        instants += other.instants
        instantsWithSome += other.instantsWithSome
    }

    /// Writes `sight.csv`, a row for each user.
    static func write(_ all: [UserSight], of study: DataCenterStudy, into folder: ResultFolder)
        throws
    {
        guard !all.isEmpty else { return }
        let table = try folder.table(
            "sight.csv",
            columns: [
                "user", "latitude_deg", "longitude_deg", "reached_share", "fewest_satellites",
                "mean_satellites", "most_satellites", "least_rtt_ms", "greatest_rtt_ms",
            ])
        var rows = RowBuffer()
        for (user, sight) in all.enumerated() where sight.instants > 0 {
            let station = study.experiment.stations[user]
            let instants = Double(sight.instants)
            rows.row(
                station.name, station.place.latitudeDeg, station.place.longitudeDeg,
                Double(sight.instantsWithSome) / instants, sight.fewest,
                Double(sight.total) / instants, sight.most,
                sight.most > 0 ? sight.leastMs : .nan, sight.most > 0 ? sight.greatestMs : .nan)
        }
        try table.append(rows)
    }
}
