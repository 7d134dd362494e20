import Contacts
import LaserMesh
import Routing

/// The most bytes that get from one node to another over contacts by a deadline, and what carries them.
///
/// Time is cut into slots; in each of them a contact carries its rate times the part of the slot in which it
/// is up, each way. Within a slot bytes may pass any number of links, between slots they wait at nodes, as
/// far as these have room. Over that network in time a maximum flow is found (Dinic), slot after slot, so
/// that bytes come as early as they can; it is exact for fluid traffic whose latency is short beside a slot.
///
/// - Complexity: O(slots · contacts) arcs; in practice a few searches a slot.
/// - Note: L. R. Ford, D. R. Fulkerson, "Constructing maximal dynamic flows from static flows", Operations
///   Research 6 (1958) 419, DOI 10.1287/opre.6.3.419; E. A. Dinic, Soviet Mathematics Doklady 11 (1970) 1277.
public struct ShippingPlan: Sendable {
    /// What one link carries in one direction.
    public struct Load: Sendable, Hashable {
        /// The node that sends.
        public var from: Int
        /// The node that receives.
        public var to: Int
        /// What carries it.
        public var kind: LinkKind
        /// Bytes over it in all.
        public var bytes: Double
        /// When the first slot begins in which it carries some [s].
        public var firstS: Double
        /// When the last one ends [s].
        public var lastS: Double
    }

    /// The shipment.
    public let shipment: Shipment

    /// How many bytes come by the deadline.
    public let deliveredBytes: Double

    /// When the last byte has come, to the slot [s]; `nil` when not all do by the deadline.
    public let completeS: Double?

    /// How many bytes have come by the end of each slot.
    public let deliveredByS: [(endS: Double, bytes: Double)]

    /// What each link carries, by its ends.
    public let loads: [Load]

    /// The greatest amount that a node other than the ends holds between slots [bytes].
    public let greatestHeldBytes: Double

    /// Finds the plan.
    ///
    /// - Parameters:
    ///   - shipment: What is shipped, and between which nodes.
    ///   - contacts: The contacts.
    ///   - slotS: Length of a slot [s].
    ///   - capacities: What links carry each way.
    ///   - storageBytes: What a satellite may hold between slots; none for zero.
    public init(
        _ shipment: Shipment, over contacts: ContactPlan, slotS: Double,
        capacities: LinkCapacities, storageBytes: Double = .infinity
    ) {
        precondition(slotS > 0)
        self.shipment = shipment
        let span = shipment.deadlineS - shipment.startS
        let slots = Int((span / slotS).rounded(.up))
        let nodes = contacts.nodeCount
        func begin(_ slot: Int) -> Double {
            min(shipment.deadlineS, shipment.startS + Double(slot) * slotS)
        }
        var network = TimedNetwork(nodeCount: nodes * slots)
        var carriers: [(arc: Int, contact: Int, slot: Int, isForth: Bool)] = []
        var storage: [Int] = []
        var delivered: [(endS: Double, bytes: Double)] = []
        var total = 0.0
        var complete: Double?
        let sorted = contacts.contacts.indices.filter { index in
            let contact = contacts.contacts[index]
            let ends = [contact.a.index, contact.b.index]
            // Ground stations do not relay.
            return contact.downS > shipment.startS && contact.upS < shipment.deadlineS
                && ends.allSatisfy {
                    $0 < contacts.satelliteCount || $0 == shipment.source
                        || $0 == shipment.destination
                }
        }
        var open = sorted.sorted {
            (contacts.contacts[$0].upS, $0) < (contacts.contacts[$1].upS, $1)
        }[...]
        var up: [Int] = []
        for slot in 0..<slots where complete == nil {
            let (from, to) = (begin(slot), begin(slot + 1))
            while let next = open.first, contacts.contacts[next].upS < to {
                up.append(next)
                open.removeFirst()
            }
            up.removeAll { contacts.contacts[$0].downS <= from }
            for index in up {
                let contact = contacts.contacts[index]
                let seconds = min(contact.downS, to) - max(contact.upS, from)
                let bytes = capacities.gbps(of: contact.kind) * 1e9 / 8 * seconds
                let (a, b) = (slot * nodes + contact.a.index, slot * nodes + contact.b.index)
                carriers.append((network.add(a, b, capacity: bytes), index, slot, true))
                carriers.append((network.add(b, a, capacity: bytes), index, slot, false))
            }
            if slot > 0 {
                for node in 0..<nodes {
                    let isEnd = node == shipment.source || node == shipment.destination
                    guard isEnd || (node < contacts.satelliteCount && storageBytes > 0) else {
                        continue
                    }
                    let arc = network.add(
                        (slot - 1) * nodes + node, slot * nodes + node,
                        capacity: isEnd ? .infinity : storageBytes)
                    if !isEnd { storage.append(arc) }
                }
            }
            // Bytes that wait at the source may go at any time, and what has come stays: so the source of
            // the first slot and the destination of this one are the ends.
            total += network.augment(
                from: shipment.source, to: slot * nodes + shipment.destination,
                atMost: shipment.bytes - total)
            delivered.append((to, total))
            if total >= shipment.bytes * (1 - 1e-12) { complete = to }
        }
        deliveredBytes = min(total, shipment.bytes)
        completeS = complete
        deliveredByS = delivered
        greatestHeldBytes = storage.map { network.flow(of: $0) }.max() ?? 0
        loads = Self.loads(carriers, network, contacts, begin: begin)
    }

    private static func loads(
        _ carriers: [(arc: Int, contact: Int, slot: Int, isForth: Bool)],
        _ network: TimedNetwork, _ contacts: ContactPlan, begin: (Int) -> Double
    ) -> [Load] {
        var loads: [TransferArc: Load] = [:]
        for carrier in stride(from: 0, to: carriers.count, by: 2) {
            let (forth, back) = (carriers[carrier], carriers[carrier + 1])
            // What goes both ways at once is not needed.
            let net = network.flow(of: forth.arc) - network.flow(of: back.arc)
            guard abs(net) > 1e-6 else { continue }
            let contact = contacts.contacts[forth.contact]
            let (from, to) = net > 0 ? (contact.a, contact.b) : (contact.b, contact.a)
            let key = TransferArc(from: from.rawValue, to: to.rawValue)
            var load =
                loads[key]
                ?? Load(
                    from: from.index, to: to.index, kind: contact.kind, bytes: 0,
                    firstS: begin(forth.slot), lastS: 0)
            load.bytes += abs(net)
            load.lastS = begin(forth.slot + 1)
            loads[key] = load
        }
        return loads.sorted { $0.key < $1.key }.map(\.value)
    }
}
