import ElementFiles
import Results

/// The table of what was no element set, `rejected.csv`.
enum RejectedTable {
    /// Writes the table; with a header alone when nothing was rejected.
    static func write(_ rejections: [Rejection], into folder: ResultFolder) throws {
        let table = try folder.table("rejected.csv", columns: ["file", "line", "message"])
        for rejection in rejections {
            try table.row(rejection.file, rejection.line, rejection.message)
        }
    }
}
