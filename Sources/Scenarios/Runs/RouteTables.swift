import LaserMesh
import Numerics
import Orbits
import Results
import Routing
import Terrestrial

/// The tables of a run over routes.
struct RouteTables {
    let latency: TableWriter
    let routes: TableWriter
    let waypoints: TableWriter
    let intervals: TableWriter
    let summary: TableWriter
    let errors: TableWriter

    init(in folder: ResultFolder) throws {
        latency = try folder.table(
            "latency.csv",
            columns: ["time_s", "source", "destination", "rtt_ms", "hops", "route"])
        routes = try folder.table("routes.csv", columns: ["route", "nodes"])
        waypoints = try folder.table(
            "waypoints.csv",
            columns: [
                "route", "time_s", "node", "kind", "latitude_deg", "longitude_deg", "altitude_km",
            ])
        intervals = try folder.table(
            "intervals.csv",
            columns: [
                "source", "destination", "start_s", "end_s", "route", "hops", "min_rtt_ms",
                "max_rtt_ms",
            ])
        summary = try folder.table(
            "summary.csv",
            columns: [
                "source", "destination", "great_circle_km", "fibre_rtt_ms", "instants", "reachable",
                "min_rtt_ms", "median_rtt_ms", "mean_rtt_ms", "max_rtt_ms", "route_changes",
                "min_hops", "max_hops",
            ])
        errors = try ErrorTable.create(in: folder)
    }

    /// Writes a route's list of nodes, and where they stand at the first instant that uses it.
    func addRoute(
        _ number: Int, _ route: Route, at seconds: Double, _ points: [RouteBlock.Waypoint],
        _ experiment: Experiment
    ) throws {
        let nodes = route.nodes.map { NodeLabel.text(experiment.name(of: $0)) }
        try routes.row(number, nodes.joined(separator: " "))
        var rows = RowBuffer()
        let ellipsoid = experiment.scenario.ground.earth.ellipsoid
        for point in points {
            let place = ellipsoid.geodetic(of: point.position)
            let isSatellite = point.node.index < experiment.constellation.count
            rows.row(
                number, seconds, NodeLabel.text(experiment.name(of: point.node)),
                isSatellite ? "satellite" : "station", place.latitudeDeg, place.longitudeDeg,
                place.altitudeKm)
        }
        try waypoints.append(rows)
    }

    /// Writes the summary of a pair.
    ///
    /// Great circle and fibre are those between two stations; a satellite as an end has neither.
    func addSummary(
        _ summary: PairSummary, of pair: NodePair, _ experiment: Experiment
    ) throws {
        var greatCircle = Double.nan
        let first = experiment.constellation.count
        if pair.source.index >= first, pair.destination.index >= first {
            greatCircle = experiment.scenario.ground.earth.ellipsoid.greatCircleKm(
                from: experiment.stations[pair.source.index - first].place,
                to: experiment.stations[pair.destination.index - first].place)
        }
        let statistics = summary.rttsMs.isEmpty ? nil : try Statistics(summary.rttsMs)
        try self.summary.row(
            experiment.name(of: pair.source), experiment.name(of: pair.destination), greatCircle,
            experiment.scenario.fibre.rttMs(greatCircleKm: greatCircle), summary.instants,
            summary.rttsMs.count, statistics?.minimum ?? .nan, statistics?.median ?? .nan,
            statistics?.mean ?? .nan, statistics?.maximum ?? .nan, summary.routeChanges,
            summary.hops?.lowerBound ?? 0, summary.hops?.upperBound ?? 0)
    }
}
