import LaserMesh
import Orbits

extension BlockSolver {
    /// One-way latency of the best route from each station to each station at an instant of the last
    /// block, which was solved to all stations in their order [ms].
    ///
    /// - Parameters:
    ///   - offset: The place of the instant in the block.
    ///   - latencies: Stations times stations, from a station to all others row by row; infinite where
    ///     there is no route.
    /// - Complexity: O(stations²).
    func stationLatenciesMs(at offset: Int, into latencies: inout [Double]) {
        let count = experiment.stations.count
        let first = experiment.constellation.count
        for destination in 0..<count {
            for source in 0..<count {
                let cost = forwarding.costKm(
                    from: NodeID(first + source), to: destination, at: offset)
                latencies[source * count + destination] =
                    1_000 * cost / Physics.speedOfLightKmPerS
            }
        }
    }
}
