/// A table of a run that a sweep may keep.
public enum SweepTable: String, Sendable, CaseIterable {
    /// Round-trip time, hops and route of each pair at each instant.
    case latency

    /// How long each route lasted.
    case intervals

    /// The nodes of each route.
    case routes

    /// One row a pair.
    case summary

    /// The columns of the table.
    var columns: [String] {
        switch self {
        case .latency: ["time_s", "source", "destination", "rtt_ms", "hops", "route"]
        case .intervals:
            [
                "source", "destination", "start_s", "end_s", "route", "hops", "min_rtt_ms",
                "max_rtt_ms",
            ]
        case .routes: ["route", "nodes"]
        case .summary:
            [
                "source", "destination", "great_circle_km", "fibre_rtt_ms", "instants", "reachable",
                "min_rtt_ms", "median_rtt_ms", "mean_rtt_ms", "max_rtt_ms", "route_changes",
                "min_hops", "max_hops",
            ]
        }
    }
}
