/// How long the best routes exist and serve, as `lifetimes.csv` has it of exact intervals.
struct RouteLifetimes: Sendable {
    /// How long each route is the best one [s], those that the window cuts left out.
    let usedS: [Double]

    /// Which part of its life each of these serves [%].
    let usePercent: [Double]

    /// What each change by choice gains at most while the route before is still there, over its
    /// round-trip time [%].
    let gainPercent: [Double]

    /// Reads the table; `nil` where there is none.
    init?(_ tables: inout ResultTables) throws(CSVError) {
        guard tables.has("lifetimes.csv") else { return nil }
        let table = try tables.table("lifetimes.csv")
        let starts = try table.doubles("start_s")
        let ends = try table.doubles("end_s")
        let uses = try table.doubles("use_percent", allowing: .nan)
        let cuts = try table.ints("is_cut")
        let gains = try table.doubles("greatest_gain_percent", allowing: .nan)
        let whole = starts.indices.filter { cuts[$0] == 0 }
        usedS = whole.map { ends[$0] - starts[$0] }
        usePercent = whole.map { uses[$0] }.filter { !$0.isNaN }
        gainPercent = gains.filter { $0 > 0 }
    }
}
