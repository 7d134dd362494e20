import LaserMesh
import Results

/// The table of outages, planned and by chance, `outages.csv`.
public enum OutageTable {
    /// Writes the table of a scenario that has outages; another one has no such table.
    public static func write(of experiment: Experiment, into folder: ResultFolder) throws {
        let outages = experiment.builder.outages
        guard !outages.isEmpty else { return }
        let table = try folder.table("outages.csv", columns: ["a", "b", "from_s", "to_s"])
        for outage in outages.outages {
            try table.row(
                experiment.name(of: NodeID(outage.a)),
                outage.a == outage.b ? "" : experiment.name(of: NodeID(outage.b)), outage.fromS,
                outage.toS)
        }
    }
}
