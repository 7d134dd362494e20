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

    /// The columns of the table, with that of the rank where runs have ranks.
    func columns(ranked: Bool) -> [String] {
        ranked && self != .routes ? RouteTables.ranked(plainColumns) : plainColumns
    }

    private var plainColumns: [String] {
        switch self {
        case .latency: RouteTables.latencyColumns
        case .intervals: RouteTables.intervalsColumns
        case .routes: RouteTables.routesColumns
        case .summary: RouteTables.summaryColumns
        }
    }
}
