import ElementFiles
import Foundation
import Orbits

/// Times the batch propagation on one thread, after checking it against the scalar code.
///
/// ```
/// BenchPropagation [--elements FILE] [--write-elements FOLDER] [--repeats N]
/// ```
///
/// Workload A is 1,584 satellites at 1,440 steps of 60 s, workload B 10,000 satellites at 144 steps
/// of 600 s; f64, position and velocity, TEME. Without a file the satellites are those of a Walker
/// shell with eccentricities and drag; with one, the first ones of the file, repeated where it has
/// fewer. `--write-elements` only writes both as TLE files `A.tle` and `B.tle`, for the
/// peers.
@main
struct BenchPropagation {
    static func main() throws {
        var arguments = Array(CommandLine.arguments.dropFirst())
        func option(_ name: String) -> String? {
            guard let at = arguments.firstIndex(of: name), at + 1 < arguments.count else {
                return nil
            }
            let value = arguments[at + 1]
            arguments.removeSubrange(at...at + 1)
            return value
        }
        let file = option("--elements")
        let folder = option("--write-elements")
        let repeats = option("--repeats").flatMap { Int($0) } ?? 7
        let workloads = [
            try Workload(name: "A", planes: 72, slots: 22, steps: 1_440, stepS: 60, file: file),
            try Workload(name: "B", planes: 100, slots: 100, steps: 144, stepS: 600, file: file),
        ]
        for workload in workloads {
            if let folder {
                try workload.writeElements(into: folder)
            } else {
                try workload.run(repeats: repeats)
            }
        }
    }
}
