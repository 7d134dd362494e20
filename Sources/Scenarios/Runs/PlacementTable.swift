import Orbits
import Results

/// The table of the planes and slots of real satellites, `placement.csv`.
public enum PlacementTable {
    /// Writes the table of a scenario of real satellites; a design has none.
    ///
    /// - Returns: How many satellites stand in a slot, in a sentence; `nil` for a design.
    @discardableResult
    public static func write(
        of experiment: Experiment, into folder: ResultFolder
    ) throws -> String? {
        guard let placement = experiment.placement() else { return nil }
        let table = try folder.table(
            "placement.csv",
            columns: ["satellite", "shell", "plane", "slot", "age_days", "reason"])
        for (index, place) in placement.satellites.enumerated() {
            let name = experiment.satelliteNames[index]
            let age = placement.ageDays[index]
            switch place {
            case .placed(let shell, let plane, let slot):
                try table.row(
                    name, placement.shells[shell].name, Int?(plane), Int?(slot), age, "")
            case .unplaced(let reason):
                try table.row(name, "", Int?.none, Int?.none, age, reason.description)
            }
        }
        let shells = placement.shells.count
        return "\(placement.placedCount) of \(placement.satellites.count) satellites stand in the "
            + "slots of \(shells) shell\(shells == 1 ? "" : "s"); see placement.csv"
    }
}
