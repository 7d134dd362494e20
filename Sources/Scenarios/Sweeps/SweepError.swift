import Results

/// Why the runs of a sweep cannot be merged.
public enum SweepError: ReportableError, Hashable {
    /// Runs are neither done nor failed.
    case missingRuns(count: Int, of: Int, folder: String)

    /// The file of a run does not hold what its first line tells.
    case damagedRun(path: String)

    /// A table of all runs has more values over all axes than is written.
    case gridTooLarge(table: String, values: Double, most: Int)

    /// One sentence for a person.
    public var message: String {
        switch self {
        case .missingRuns(let count, let total, let folder):
            "\(count) of \(total) runs are missing in \(folder); start helio-sweep run again, or "
                + "merge those that are there with --partial"
        case .damagedRun(let path):
            "\(path) is damaged; remove it and start helio-sweep run again"
        case .gridTooLarge(let table, let values, let most):
            "the table \(table) has \(Int(values)) values over all axes, and at most \(most) were "
                + "expected; merge without --netcdf"
        }
    }

    /// Bad data.
    public var exitStatus: ExitStatus { .badData }
}
