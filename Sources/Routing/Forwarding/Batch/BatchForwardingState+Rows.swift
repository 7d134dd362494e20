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
        check(rows.count, first: first, instantStride: instantStride)
        rows.withUnsafeMutableBufferPointer {
            guard let rows = $0.baseAddress else { return }
            putNextHops(
                to: place, in: rows + first, instantStride: instantStride,
                unreachable: unreachable)
        }
    }

    /// Writes the next hops of all nodes to a destination in 16 bits, one row an instant.
    ///
    /// - Parameters: As those of ``copyNextHops(to:into:first:instantStride:unreachable:)``; no node
    ///   has a number above 32,767.
    /// - Complexity: O(nodes · instants); allocates nothing.
    public func copyNextHops(
        to place: Int, into rows: inout [Int16], first: Int, instantStride: Int, unreachable: Int16
    ) {
        check(rows.count, first: first, instantStride: instantStride)
        precondition(nodeCount <= Int(Int16.max) + 1)
        rows.withUnsafeMutableBufferPointer {
            guard let rows = $0.baseAddress else { return }
            putNextHops(
                to: place, in: rows + first, instantStride: instantStride,
                unreachable: unreachable)
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
        check(rows.count, first: first, instantStride: instantStride)
        rows.withUnsafeMutableBufferPointer { rows in
            cost.withUnsafeBufferPointer { cost in
                guard let rows = rows.baseAddress, let cost = cost.baseAddress else { return }
                Self.putLatencies(
                    cost + place * nodeCount * laneStride, lanes: laneStride, nodes: nodeCount,
                    instants: instantCount, in: rows + first, instantStride: instantStride)
            }
        }
    }

    private func check(_ count: Int, first: Int, instantStride: Int) {
        precondition(
            first >= 0 && instantStride >= nodeCount
                && first + (instantCount - 1) * instantStride + nodeCount <= count)
    }

    // Eight instants of a node are read together and written to eight rows, each of which goes on
    // where it stopped at the node before: row by row, every read would meet another line of cache.

    @inline(__always)
    private func putNextHops<Number: FixedWidthInteger & SignedInteger>(
        to place: Int, in rows: UnsafeMutablePointer<Number>, instantStride: Int,
        unreachable: Number
    ) {
        let goal = destinations[place].index
        slot.withUnsafeBufferPointer { slot in
            neighbour.withUnsafeBufferPointer { neighbour in
                firstLink.withUnsafeBufferPointer { firstLink in
                    lanePlace.withUnsafeBufferPointer { lanePlace in
                        guard let slot = slot.baseAddress, let neighbour = neighbour.baseAddress,
                            let firstLink = firstLink.baseAddress,
                            let lanePlace = lanePlace.baseAddress
                        else { return }
                        HopRows(
                            codes: slot + place * nodeCount * laneStride, lanes: laneStride,
                            lanePlace: lanePlace, firstLink: firstLink, neighbour: neighbour,
                            nodes: nodeCount, instants: instantCount, goal: Number(goal),
                            unreachable: unreachable, rows: rows, stride: instantStride
                        ).put()
                    }
                }
            }
        }
        for instant in 0..<instantCount { rows[instant * instantStride + goal] = Number(goal) }
    }

    @inline(never)
    private static func putLatencies(
        _ cost: UnsafePointer<Double>, lanes: Int, nodes: Int, instants: Int,
        in rows: UnsafeMutablePointer<Float>, instantStride: Int
    ) {
        let none = SIMD8<Float>(repeating: .nan)
        for node in 0..<nodes {
            let row = cost + node &* lanes
            var instant = 0
            while instant < instants {
                let km = UnsafeRawPointer(row + instant).loadUnaligned(as: SIMD8<Double>.self)
                var ms = SIMD8<Float>(km / Physics.speedOfLightKmPerS * 1_000)
                ms.replace(with: none, where: ms .== .infinity)
                var entry = instant &* instantStride &+ node
                for lane in 0..<min(8, instants &- instant) {
                    rows[entry] = ms[lane]
                    entry &+= instantStride
                }
                instant &+= 8
            }
        }
    }
}

/// The codes of a destination's next hops, and the rows of node numbers to write them to.
private struct HopRows<Number: FixedWidthInteger & SignedInteger> {
    let codes: UnsafePointer<UInt16>
    let lanes: Int
    let lanePlace: UnsafePointer<Int>
    let firstLink: UnsafePointer<Int32>
    let neighbour: UnsafePointer<Int32>
    let nodes: Int
    let instants: Int
    let goal: Number
    let unreachable: Number
    let rows: UnsafeMutablePointer<Number>
    let stride: Int

    @inline(never)
    func put() {
        let isInOrder = (0..<lanes).allSatisfy { lanePlace[$0] == $0 }
        for node in 0..<nodes {
            let row = codes + node &* lanes
            let links = neighbour + Int(firstLink[node])
            var entry = rows + node
            var instant = 0
            if isInOrder {
                while instant &+ 8 <= instants {
                    let eight = UnsafeRawPointer(row + instant)
                        .loadUnaligned(as: SIMD8<UInt16>.self)
                    guard eight.max() < UInt16(BatchForwardingState.directCode) else { break }
                    for lane in 0..<8 {
                        entry.pointee = Number(truncatingIfNeeded: links[Int(eight[lane])])
                        entry += stride
                    }
                    instant &+= 8
                }
            }
            while instant < instants {
                let code = Int(row[lanePlace[instant]])
                entry.pointee =
                    code < BatchForwardingState.directCode
                    ? Number(truncatingIfNeeded: links[code])
                    : code == BatchForwardingState.directCode ? goal : unreachable
                entry += stride
                instant &+= 1
            }
        }
    }
}
