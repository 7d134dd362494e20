import Numerics

/// The values of all variables of a sweep in one replicate.
struct SweepPoints {
    /// For each variable its values, as many as its axis has.
    let values: [[ScenarioTree]]

    /// Draws the samples of a replicate.
    init(_ sweep: Sweep, replicate: Int) throws(ScenarioError) {
        var values: [[ScenarioTree]] = []
        for variable in sweep.variables {
            switch variable.points {
            case .listed(let listed): values.append(listed)
            case .sampled(let sample):
                do {
                    values.append(try sample.values(replicate: replicate))
                } catch {
                    throw .wrongValue(
                        place: variable.place, found: "a sample that cannot be drawn: \(error)",
                        expected: "memory for a random stream")
                }
            }
        }
        self.values = values
    }

    /// The first value of each variable.
    var first: [ScenarioTree] { values.map { $0[0] } }
}
