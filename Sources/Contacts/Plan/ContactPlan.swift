import LaserMesh

/// All contacts of a constellation and its stations in a window of time.
///
/// A plan is immutable and shared by all threads. Contacts are ordered by their beginning, then by
/// their nodes; those that are up when the window begins come first. Queries return places in
/// ``contacts``, ascending.
public struct ContactPlan: Sendable {
    /// The number of satellites, which are the nodes `0 ..< satelliteCount`.
    public let satelliteCount: Int

    /// The number of nodes, stations included.
    public let nodeCount: Int

    /// The beginning of the window, since the scenario's epoch [s].
    public let startS: Double

    /// The end of the window, which is not part of it [s].
    public let endS: Double

    /// The contacts in order.
    public let contacts: [Contact]

    /// Where the contacts of each node begin in ``contactOfNode``; `nodeCount + 1` entries.
    private let firstOfNode: [Int32]
    private let contactOfNode: [Int32]

    /// The contacts that are up at some instant of each of equal slices of the window.
    private let sliceS: Double
    private let firstOfSlice: [Int32]
    private let contactOfSlice: [Int32]

    /// Creates a plan.
    ///
    /// - Parameters:
    ///   - contacts: The contacts, in any order, all within the window. Two contacts of one pair do
    ///     not overlap.
    ///   - satelliteCount: How many of the nodes are satellites.
    ///   - nodeCount: How many nodes there are.
    ///   - window: The window since the scenario's epoch [s].
    /// - Complexity: O(n log n) in the number of contacts.
    public init(
        _ contacts: [Contact], satelliteCount: Int, nodeCount: Int, window: Range<Double>
    ) {
        precondition(satelliteCount <= nodeCount)
        precondition(
            contacts.allSatisfy { $0.a.index >= 0 && $0.b.index < nodeCount && $0.a != $0.b })
        let sorted =
            zip(contacts, contacts.dropFirst()).allSatisfy { $0 <= $1 }
            ? contacts : contacts.sorted()
        self.contacts = sorted
        self.satelliteCount = satelliteCount
        self.nodeCount = nodeCount
        startS = window.lowerBound
        endS = window.upperBound
        (firstOfNode, contactOfNode) = Self.rows(nodeCount, of: sorted.count) { contact, put in
            put(sorted[contact].a.index)
            put(sorted[contact].b.index)
        }
        // A slice as long as the mean contact: a contact then stands in about two of them.
        let span = window.upperBound - window.lowerBound
        let total = sorted.reduce(0) { $0 + $1.durationS }
        let mean = sorted.isEmpty ? span : total / Double(sorted.count)
        let slices = span > 0 && mean > 0 ? max(1, min(Int(min(span / mean, 1e5)), 100_000)) : 1
        let slice = span > 0 ? span / Double(slices) : 1
        sliceS = slice
        (firstOfSlice, contactOfSlice) = Self.rows(slices, of: sorted.count) { contact, put in
            let first = Self.slice(of: sorted[contact].upS, window, slice, slices)
            let last = Self.slice(of: sorted[contact].downS, window, slice, slices)
            for index in first...max(first, last) { put(index) }
        }
    }

    /// The places of the contacts of a node.
    ///
    /// - Complexity: O(contacts of the node).
    public func contacts(of node: NodeID) -> [Int] {
        let row = Int(firstOfNode[node.index])..<Int(firstOfNode[node.index + 1])
        return contactOfNode[row].map(Int.init)
    }

    /// The places of the contacts between two nodes.
    ///
    /// - Complexity: O(contacts of the node that has fewer).
    public func contacts(between one: NodeID, and other: NodeID) -> [Int] {
        let counts = [one, other].map { firstOfNode[$0.index + 1] - firstOfNode[$0.index] }
        let node = counts[0] <= counts[1] ? one : other
        let peer = node == one ? other : one
        return contacts(of: node).filter { contacts[$0].peer(of: node) == peer }
    }

    /// The places of the contacts that are up at an instant [s]; none outside the window.
    ///
    /// - Complexity: O(contacts that are up within a slice of time about as long as a contact).
    public func contacts(atSeconds seconds: Double) -> [Int] {
        guard startS <= seconds, seconds < endS else { return [] }
        let slice = Self.slice(of: seconds, startS..<endS, sliceS, firstOfSlice.count - 1)
        let row = Int(firstOfSlice[slice])..<Int(firstOfSlice[slice + 1])
        return contactOfSlice[row].compactMap {
            contacts[Int($0)].isUp(atSeconds: seconds) ? Int($0) : nil
        }
    }

    private static func slice(
        of seconds: Double, _ window: Range<Double>, _ sliceS: Double, _ count: Int
    ) -> Int {
        let place = (seconds - window.lowerBound) / sliceS
        return place > 0 ? min(count - 1, Int(min(place, 1e9))) : 0
    }

    /// Compressed rows: the numbers `0 ..< count` sorted into the rows that `visit` puts each into.
    private static func rows(
        _ rowCount: Int, of count: Int, _ visit: (Int, (Int) -> Void) -> Void
    ) -> (first: [Int32], members: [Int32]) {
        var first = [Int32](repeating: 0, count: rowCount + 1)
        for number in 0..<count { visit(number) { first[$0 + 1] += 1 } }
        for row in 0..<rowCount { first[row + 1] += first[row] }
        var next = first
        var members = [Int32](repeating: 0, count: Int(first[rowCount]))
        for number in 0..<count {
            visit(number) {
                members[Int(next[$0])] = Int32(truncatingIfNeeded: number)
                next[$0] += 1
            }
        }
        return (first, members)
    }
}
