import LaserMesh
import Numerics

/// Draws which satellites and links fail.
///
/// In each sample every satellite and every link has a number spread evenly over 0..<1, which is a
/// function of the seed, the sample and the satellite or link, and of nothing else. With a probability
/// p those below p fail, with a count k the k least. So a sample is the same at every instant and for any
/// number of threads, a link that comes back is as it was, and more probable failures contain the less
/// probable ones.
struct FailureSampler: Sendable {
    private let keys: ResilienceKeys
    private let satellites: Int

    init(_ keys: ResilienceKeys, satellites: Int) {
        self.keys = keys
        self.satellites = satellites
    }

    /// The failures of a sample in a mesh.
    ///
    /// - Complexity: O(satellites + links); with a count, a sort of them.
    func failures(ofSample sample: Int, in mesh: Mesh) throws -> MeshFailures {
        let stream = try RandomStream(seed: keys.seed, stream: UInt64(sample))
        let numbers = (0..<satellites).map { _ in stream.uniform() }
        let key = stream.next()
        var failures = MeshFailures(noneOf: mesh)
        for satellite in Self.failing(keys.satellites, numbers) {
            failures.isNodeDown[satellite] = true
        }
        if keys.links != .probability(0), keys.links != .count(0) {
            let links = mesh.links.map { Self.number(of: $0, key: key) }
            for link in Self.failing(keys.links, links) { failures.isLinkDown[link] = true }
        }
        return failures
    }

    private static func failing(_ failing: ResilienceKeys.Failing, _ numbers: [Double]) -> [Int] {
        switch failing {
        case .probability(let probability):
            numbers.indices.filter { numbers[$0] < probability }
        case .count(let count):
            Array(
                numbers.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }.prefix(count))
        }
    }

    /// The number of a link: the finaliser of SplitMix64 over the sample's key and the two ends.
    ///
    /// - Note: G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators",
    ///   OOPSLA 2014, DOI 10.1145/2660193.2660195.
    private static func number(of link: Link, key: UInt64) -> Double {
        let ends =
            UInt64(UInt32(bitPattern: link.a.rawValue)) << 32
            | UInt64(UInt32(bitPattern: link.b.rawValue))
        var bits = key ^ (ends &* 0x9e37_79b9_7f4a_7c15)
        bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
        bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
        bits ^= bits >> 31
        return Double(bits >> 11) * 0x1p-53
    }
}
