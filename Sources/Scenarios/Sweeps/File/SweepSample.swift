import Foundation
import Numerics

/// Values of an axis that are drawn at random, anew for each replicate.
///
/// The numbers are a function of seed, key, replicate and place in the sample, and of nothing else:
/// another axis, or a longer sample, leaves them as they are.
struct SweepSample: Sendable, Hashable {
    /// How the values are spread.
    enum Distribution: Sendable, Hashable { case uniform, logUniform }

    let distribution: Distribution
    let lower: Double
    let upper: Double
    let count: Int
    let seed: UInt64
    let key: SweepKey

    /// The values of a replicate, each rounded to 12 digits.
    func values(replicate: Int) throws(GSLError) -> [ScenarioTree] {
        let stream = try RandomStream(
            seed: seed, stream: UInt64(replicate) << 32 | UInt64(StableHash.fnv(key.text)))
        return (0..<count).map { _ in
            switch distribution {
            case .uniform:
                SweepNumber.tree(lower + (upper - lower) * stream.uniform())
            case .logUniform:
                SweepNumber.tree(lower * exp(log(upper / lower) * stream.uniform()))
            }
        }
    }
}
