/// Predicted and measured round-trip times of pairs, by model and by the set held out:
/// `calibration_pairs.csv`.
struct CalibrationResults: Sendable {
    /// The pairs of a set, by one model.
    struct Fold: Sendable {
        /// The set that was held out; empty where all were fitted.
        var heldOut: String
        /// The model.
        var model: String
        /// Round-trip times [ms], NaN where the model has no way.
        var measured: [Double] = []
        var predicted: [Double] = []

        /// Absolute errors [ms].
        var errors: [Double] {
            zip(measured, predicted).map { abs($0 - $1) }.filter { !$0.isNaN }
        }
    }

    /// The folds, in the order of the table; those of sets that were held out where there are any.
    let folds: [Fold]

    /// SHA-256 of the table, by its name.
    let hashes: [String: String]

    /// Reads a folder; `nil` where there is no such table, or nothing in it.
    init?(folder: String) throws(FigureError) {
        let name = "calibration_pairs.csv"
        guard InputFile.exists(folder + "/" + name) else { return nil }
        var tables = try ResultTables(folder: folder, with: [name])
        var folds: [Fold] = []
        do throws(CSVError) {
            let table = try tables.table(name)
            let sets = try table.strings("held_out")
            let models = try table.strings("model")
            let measured = try table.doubles("measured_rtt_ms")
            let predicted = try table.doubles("predicted_rtt_ms", allowing: .nan)
            for row in sets.indices {
                if folds.last?.heldOut != sets[row] || folds.last?.model != models[row] {
                    folds.append(Fold(heldOut: sets[row], model: models[row]))
                }
                folds[folds.count - 1].measured.append(measured[row])
                folds[folds.count - 1].predicted.append(predicted[row])
            }
        } catch {
            throw FigureError(error)
        }
        guard !folds.isEmpty else { return nil }
        let heldOut = folds.filter { !$0.heldOut.isEmpty }
        self.folds = heldOut.isEmpty ? folds : heldOut
        hashes = tables.hashes
    }
}
