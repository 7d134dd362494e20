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

    /// The rate of each demand at each instant.
    case flows

    /// What the flows come to, one row an instant.
    case flowSummary = "flow_summary"

    /// Whether it is a table of flows, and not of routes.
    var isOfFlows: Bool { self == .flows || self == .flowSummary }

    /// The columns of the table, with that of the rank where runs have ranks.
    func columns(ranked: Bool) -> [String] {
        ranked && self != .routes && !isOfFlows ? RouteTables.ranked(plainColumns) : plainColumns
    }

    private var plainColumns: [String] {
        switch self {
        case .latency: RouteTables.latencyColumns
        case .intervals: RouteTables.intervalsColumns
        case .routes: RouteTables.routesColumns
        case .summary: RouteTables.summaryColumns
        case .flows: FlowRows.flowsColumns
        case .flowSummary: FlowRows.summaryColumns
        }
    }
}
