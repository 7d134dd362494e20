import LaserMesh
import Orbits

/// The earliest arrival of parcels over the contacts of a plan, with waiting at nodes: contact-graph
/// routing.
///
/// A hop over a contact `[up, down)` of rate R, begun by a parcel of B bits that is at its sender
/// from t on, goes so:
///
/// ```
/// send   = max(t, up)
/// sent   = send + B / R              ≤ down, the whole parcel inside the contact
/// arrive = sent + length / c + hop delay
/// ```
///
/// A parcel of no length must be sent before the contact ends: an end is not part of a contact. Each
/// direction of a contact carries at most R (down − up) bits, less what was booked. Sending earlier
/// never arrives later, so that a label for each node suffices for the time of arrival.
///
/// Of the ways that arrive first the one with the fewest hops counts, then the lexicographically
/// smaller list of nodes, then for each hop the contact that ends its transmission first. Since a
/// parcel may wait, one that reaches a node earlier over more hops often arrives no sooner; the rule
/// is about whole ways and not about those to each node.
///
/// - Note: J. A. Fraire, O. De Jonckère, S. C. Burleigh, "Routing in the space internet: A contact
///   graph routing tutorial", Journal of Network and Computer Applications 174 (2021) 102884,
///   DOI 10.1016/j.jnca.2020.102884; CCSDS 734.3-B-1, Schedule-Aware Bundle Routing.
public struct EarliestArrival: Sendable {
    /// How long a signal takes over a contact.
    public enum Delay: Sendable {
        /// The time over the greatest length of the contact: never too short, so that a planned
        /// parcel is never late.
        case greatest

        /// A time for each contact of the plan [s].
        case given([Double])

        /// The time over the way that the signal makes between nodes in motion.
        case moving(InFlight)
    }

    /// The contacts.
    public let plan: ContactPlan

    /// What may be sent over each contact in each direction [bit/s].
    public let ratesBitPerS: [Double]

    /// How long a signal takes.
    public let delay: Delay

    /// What a node adds to each hop, for switching and queueing [s].
    public let hopDelayS: Double

    /// Whether a parcel may pass through ground stations on its way.
    public let allowsGroundRelay: Bool

    /// What is booked over each contact, from its smaller node and from its larger one [bit].
    private var booked: [(forward: Double, backward: Double)]

    /// Prepares queries on a plan.
    ///
    /// - Parameters:
    ///   - plan: The contacts.
    ///   - ratesBitPerS: The rate of each contact, in the plan's order [bit/s]; infinite for one that
    ///     takes no time to send.
    ///   - delay: How long a signal takes.
    ///   - hopDelayS: What a node adds to each hop [s].
    ///   - allowsGroundRelay: Whether a parcel may pass through ground stations on its way.
    public init(
        _ plan: ContactPlan, ratesBitPerS: [Double], delay: Delay = .greatest,
        hopDelayS: Double = 0, allowsGroundRelay: Bool = true
    ) {
        precondition(ratesBitPerS.count == plan.contacts.count, "one rate a contact")
        precondition(hopDelayS >= 0)
        self.plan = plan
        self.ratesBitPerS = ratesBitPerS
        self.delay = delay
        self.hopDelayS = hopDelayS
        self.allowsGroundRelay = allowsGroundRelay
        booked = Array(repeating: (0, 0), count: plan.contacts.count)
    }

    /// What a contact can still carry from one of its nodes [bit].
    public func volumeBits(ofContact place: Int, from node: NodeID) -> Double {
        let contact = plan.contacts[place]
        let whole = ratesBitPerS[place] * contact.durationS
        guard whole < .infinity else { return .infinity }
        return whole
            - (node == contact.a ? booked[place].forward : booked[place].backward)
    }

    /// Books the volume that a parcel takes on its way, which later parcels do not have.
    public mutating func book(_ route: ParcelRoute, of parcel: Parcel) {
        for hop in route.hops {
            if hop.from == plan.contacts[hop.contact].a {
                booked[hop.contact].forward += parcel.sizeBits
            } else {
                booked[hop.contact].backward += parcel.sizeBits
            }
        }
    }

    /// The way on which a parcel arrives first.
    ///
    /// - Throws: ``NoArrival``, with the reason.
    /// - Complexity: O(hops² · contacts) at worst, and a small part of that in most plans.
    public func route(of parcel: Parcel) throws(NoArrival) -> ParcelRoute {
        guard parcel.source != parcel.destination else {
            return ParcelRoute(hops: [], arriveS: parcel.readyS)
        }
        guard plan.startS < plan.endS else { throw .emptyWindow }
        guard let fewest = layers(parcel, from: parcel.source, at: parcel.readyS) else {
            let hasContact = plan.contacts(of: parcel.source).contains {
                hop($0, from: parcel.source, at: parcel.readyS, parcel) != nil
            }
            throw hasContact ? .noWay : .noContact(parcel.source)
        }
        guard fewest.arriveS < parcel.expiryS else { throw .expired(arriveS: fewest.arriveS) }
        return smallest(parcel, hops: fewest.hops, arriveS: fewest.arriveS)
    }

    /// The earliest arrival at the destination, and the fewest hops with which it is met.
    ///
    /// Round by round: the earliest arrival at each node over at most so many hops. A parcel that
    /// may go once more only gains by going on from nodes that it reached earlier in the last round.
    private func layers(
        _ parcel: Parcel, from node: NodeID, at timeS: Double, atMost greatest: Int = .max
    ) -> (arriveS: Double, hops: Int)? {
        var arrival = [Double](repeating: .infinity, count: plan.nodeCount)
        arrival[node.index] = timeS
        var changed = [node]
        var best: (arriveS: Double, hops: Int)?
        var hops = 0
        while !changed.isEmpty, hops < greatest {
            hops += 1
            let before = arrival
            var next: Set<NodeID> = []
            for node in changed where mayPass(node, parcel) {
                for place in plan.contacts(of: node) {
                    // Most contacts are too late whatever the signal takes.
                    let time = before[node.index]
                    let peer = plan.contacts[place].peer(of: node).index
                    let least = max(time, plan.contacts[place].upS)
                    guard least < arrival[peer], least < best?.arriveS ?? .infinity,
                        let hop = hop(place, from: node, at: time, parcel),
                        hop.arriveS < arrival[peer], hop.arriveS < best?.arriveS ?? .infinity
                    else { continue }
                    arrival[hop.to.index] = hop.arriveS
                    next.insert(hop.to)
                }
            }
            let reached = arrival[parcel.destination.index]
            if reached < best?.arriveS ?? .infinity { best = (reached, hops) }
            changed = next.sorted()
        }
        return best
    }

    /// Whether a parcel may go on from a node.
    private func mayPass(_ node: NodeID, _ parcel: Parcel) -> Bool {
        node != parcel.destination
            && (allowsGroundRelay || node.index < plan.satelliteCount || node == parcel.source)
    }

    /// The way with that arrival and so many hops whose list of nodes is the smallest.
    private func smallest(_ parcel: Parcel, hops count: Int, arriveS: Double) -> ParcelRoute {
        var hops: [ParcelRoute.Hop] = []
        var node = parcel.source
        var time = parcel.readyS
        while hops.count < count {
            let left = count - hops.count - 1
            var first: [NodeID: ParcelRoute.Hop] = [:]
            for place in plan.contacts(of: node) {
                guard let hop = hop(place, from: node, at: time, parcel) else { continue }
                if let known = first[hop.to], known.arriveS <= hop.arriveS { continue }
                first[hop.to] = hop
            }
            // By ascending node: the first from which the rest is possible is the smallest.
            let next = first.keys.sorted().first { candidate in
                guard let hop = first[candidate], hop.arriveS <= arriveS else { return false }
                if candidate == parcel.destination { return left == 0 }
                guard left > 0 else { return false }
                let rest = layers(parcel, from: candidate, at: hop.arriveS, atMost: left)
                return rest.map { $0.arriveS <= arriveS } ?? false
            }
            guard let next, let hop = first[next] else { break }
            hops.append(hop)
            node = next
            time = hop.arriveS
        }
        return ParcelRoute(hops: hops, arriveS: time)
    }

    /// A hop over a contact, or `nil` where the contact cannot carry the parcel from then on.
    private func hop(
        _ place: Int, from node: NodeID, at timeS: Double, _ parcel: Parcel
    ) -> ParcelRoute.Hop? {
        let contact = plan.contacts[place]
        let send = max(timeS, contact.upS)
        guard send < contact.downS else { return nil }
        let rate = ratesBitPerS[place]
        guard rate > 0 else { return nil }
        let sent = send + parcel.sizeBits / rate
        guard sent <= contact.downS, parcel.sizeBits <= volumeBits(ofContact: place, from: node)
        else { return nil }
        let peer = contact.peer(of: node)
        let arrive = sent + delayS(place, from: node, to: peer, at: sent) + hopDelayS
        guard arrive.isFinite else { return nil }
        return ParcelRoute.Hop(
            contact: place, from: node, to: peer, sendS: send, sentS: sent, arriveS: arrive)
    }

    private func delayS(
        _ place: Int, from node: NodeID, to peer: NodeID, at timeS: Double
    ) -> Double {
        switch delay {
        case .greatest: plan.contacts[place].maxKm / Physics.speedOfLightKmPerS
        case .given(let delays): delays[place]
        case .moving(let flight): flight.lightTimeS(from: node, to: peer, sentS: timeS)
        }
    }
}
