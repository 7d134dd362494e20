import LaserMesh
import Orbits

extension BatchForwardingState {
    /// Writes the next hops of all nodes to a destination, one row an instant.
    ///
    /// The destination itself gets its own number.
    ///
    /// - Parameters:
    ///   - place: Place of the destination in ``destinations``.
    ///   - rows: Where to write.
    ///   - first: The entry of node 0 at the first instant.
    ///   - instantStride: Entries from an instant to the next.
    ///   - unreachable: What stands for no next hop.
    /// - Complexity: O(nodes · instants); allocates nothing.
    public func copyNextHops(
        to place: Int, into rows: inout [Int32], first: Int, instantStride: Int, unreachable: Int32
    ) {
        precondition(
            first >= 0 && instantStride >= nodeCount
                && first + (instantCount - 1) * instantStride + nodeCount <= rows.count)
        let goal = destinations[place].rawValue
        let codes = laneStride
        rows.withUnsafeMutableBufferPointer { rows in
            slot.withUnsafeBufferPointer { slot in
                neighbour.withUnsafeBufferPointer { neighbour in
                    lanePlace.withUnsafeBufferPointer { lanePlace in
                        var row = place * nodeCount * codes
                        for node in 0..<nodeCount {
                            let begin = Int(firstLink[node])
                            var entry = first + node
                            for instant in 0..<instantCount {
                                let code = Int(slot[row + lanePlace[instant]])
                                rows[entry] =
                                    code < Self.directCode
                                    ? neighbour[begin + code]
                                    : code == Self.directCode ? goal : unreachable
                                entry += instantStride
                            }
                            row += codes
                        }
                    }
                }
            }
            for instant in 0..<instantCount {
                rows[first + instant * instantStride + Int(goal)] = goal
            }
        }
    }

    /// Writes the one-way latencies of all nodes to a destination [ms], one row an instant, correctly
    /// rounded; NaN where there is no route.
    ///
    /// The costs of all nodes must have been kept, and hops must cost nothing.
    ///
    /// - Parameters: As those of ``copyNextHops(to:into:first:instantStride:unreachable:)``.
    /// - Complexity: O(nodes · instants); allocates nothing.
    public func copyLatenciesMs(
        to place: Int, into rows: inout [Float], first: Int, instantStride: Int
    ) {
        precondition(costNodes == 0..<nodeCount && rules.hopDelayS == 0)
        precondition(
            first >= 0 && instantStride >= nodeCount
                && first + (instantCount - 1) * instantStride + nodeCount <= rows.count)
        let lanes = laneStride
        rows.withUnsafeMutableBufferPointer { rows in
            cost.withUnsafeBufferPointer { cost in
                var row = place * nodeCount * lanes
                for node in 0..<nodeCount {
                    var entry = first + node
                    for instant in 0..<instantCount {
                        let km = cost[row + instant]
                        let ms = Float(km / Physics.speedOfLightKmPerS * 1_000)
                        rows[entry] = km < .infinity ? ms : .nan
                        entry += instantStride
                    }
                    row += lanes
                }
            }
        }
    }
}
