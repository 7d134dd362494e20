import Contacts
import LaserMesh
import TestSupport
import Testing

/// Contact-graph routing against all sequences of contacts, gone through one by one.
@Suite struct EarliestArrivalTests {
    static func contact(_ a: Int, _ b: Int, _ up: Double, _ down: Double) -> Contact {
        Contact(
            NodeID(a), NodeID(b), kind: .laser, upS: up, downS: down, minKm: 0,
            maxKm: 299_792.458, causeUp: .window, causeDown: .window)
    }

    static func plan(_ contacts: [Contact], nodes: Int, endS: Double = 100) -> ContactPlan {
        ContactPlan(contacts, satelliteCount: nodes, nodeCount: nodes, window: 0..<endS)
    }

    /// A way with all that decides between ways.
    struct Way: Comparable {
        var arriveS: Double
        var nodes: [NodeID]

        static func < (left: Way, right: Way) -> Bool {
            if left.arriveS != right.arriveS { return left.arriveS < right.arriveS }
            if left.nodes.count != right.nodes.count { return left.nodes.count < right.nodes.count }
            return left.nodes.lexicographicallyPrecedes(right.nodes)
        }
    }

    /// All simple sequences of contacts, each with its sending as early as can be.
    static func exhaustive(
        _ plan: ContactPlan, _ rates: [Double], _ delays: [Double], _ parcel: Parcel
    ) -> Way? {
        var best: Way?
        func extend(_ way: Way) {
            guard let last = way.nodes.last else { return }
            if last == parcel.destination {
                if best.map({ way < $0 }) ?? true { best = way }
                return
            }
            for (place, contact) in plan.contacts.enumerated()
            where contact.a == last || contact.b == last {
                let next = contact.a == last ? contact.b : contact.a
                let send = max(way.arriveS, contact.upS)
                let sent = send + parcel.sizeBits / rates[place]
                if way.nodes.contains(next) || send >= contact.downS || sent > contact.downS {
                    continue
                }
                extend(Way(arriveS: sent + delays[place], nodes: way.nodes + [next]))
            }
        }
        extend(Way(arriveS: parcel.readyS, nodes: [parcel.source]))
        return best.flatMap { $0.arriveS < parcel.expiryS ? $0 : nil }
    }

    @Test func `a thousand small plans`() throws {
        var generator = SeededGenerator(seed: 21)
        var found = 0
        for _ in 0..<1_000 {
            let nodes = Int.random(in: 2...6, using: &generator)
            var contacts: [Contact] = []
            for _ in 0..<Int.random(in: 1...9, using: &generator) {
                let a = Int.random(in: 0..<nodes, using: &generator)
                let b = (a + Int.random(in: 1..<nodes, using: &generator)) % nodes
                // Few distinct times, so that equal arrivals are common.
                let up = Double(Int.random(in: 0..<12, using: &generator))
                let down = up + Double(Int.random(in: 1...6, using: &generator))
                let overlaps = contacts.contains {
                    $0.a.index == min(a, b) && $0.b.index == max(a, b) && $0.upS < down
                        && up < $0.downS
                }
                if !overlaps { contacts.append(contact(a, b, up, down)) }
            }
            let plan = Self.plan(contacts, nodes: nodes)
            let rates = contacts.map { _ in
                [1.0, 2, 4, .infinity].randomElement(using: &generator) ?? 1
            }
            let delays = contacts.map { _ in
                Double(Int.random(in: 0...2, using: &generator))
            }
            let parcel = Parcel(
                from: NodeID(0), to: NodeID(nodes - 1),
                readyS: Double(Int.random(in: 0...5, using: &generator)),
                sizeBits: Double(Int.random(in: 0...4, using: &generator)),
                expiryS: Double(Int.random(in: 8...30, using: &generator)))
            let query = EarliestArrival(plan, ratesBitPerS: rates, delay: .given(delays))
            let expected = Self.exhaustive(plan, rates, delays, parcel)
            let route = try? query.route(of: parcel)
            #expect(route?.arriveS == expected?.arriveS)
            #expect(route?.nodes == expected?.nodes)
            if let route {
                found += 1
                var time = parcel.readyS
                for hop in route.hops {
                    let contact = plan.contacts[hop.contact]
                    #expect(hop.sendS == max(time, contact.upS) && hop.sentS <= contact.downS)
                    time = hop.arriveS
                }
                #expect(time == route.arriveS)
            }
        }
        #expect(found > 200)
    }

    private func contact(_ a: Int, _ b: Int, _ up: Double, _ down: Double) -> Contact {
        Self.contact(a, b, up, down)
    }

    @Test func `waiting makes more hops no better`() throws {
        // Over 1 the parcel is at 2 at once, but the way on opens at 10 for both.
        let plan = Self.plan(
            [contact(0, 1, 0, 9), contact(1, 2, 0, 9), contact(0, 2, 5, 9), contact(2, 3, 10, 20)],
            nodes: 4)
        let query = EarliestArrival(
            plan, ratesBitPerS: Array(repeating: .infinity, count: 4),
            delay: .given([0, 0, 0, 0]))
        let route = try query.route(of: Parcel(from: NodeID(0), to: NodeID(3), readyS: 0))
        #expect(route.nodes.map(\.index) == [0, 2, 3])
        #expect(route.arriveS == 10)
    }

    @Test func `an end is not part of a contact`() throws {
        let plan = Self.plan([contact(0, 1, 2, 5)], nodes: 2)
        let query = EarliestArrival(plan, ratesBitPerS: [10])
        func arrival(_ ready: Double, _ bits: Double) throws -> Double {
            try query.route(
                of: Parcel(from: NodeID(1), to: NodeID(0), readyS: ready, sizeBits: bits)
            ).arriveS
        }
        #expect(try arrival(0, 0) == 3)
        #expect(try arrival(4, 10) == 6)
        #expect(throws: NoArrival.noContact(NodeID(1))) { try arrival(5, 0) }
        #expect(throws: NoArrival.noContact(NodeID(1))) { try arrival(4, 11) }
    }

    @Test func `a booked volume is gone in one direction`() throws {
        let plan = Self.plan([contact(0, 1, 0, 4), contact(0, 1, 6, 10)], nodes: 2)
        var query = EarliestArrival(plan, ratesBitPerS: [10, 10], delay: .given([0, 0]))
        let parcel = Parcel(from: NodeID(0), to: NodeID(1), readyS: 0, sizeBits: 30)
        let first = try query.route(of: parcel)
        #expect(first.arriveS == 3)
        query.book(first, of: parcel)
        #expect(query.volumeBits(ofContact: 0, from: NodeID(0)) == 10)
        #expect(try query.route(of: parcel).arriveS == 9)
        let back = Parcel(from: NodeID(1), to: NodeID(0), readyS: 0, sizeBits: 30)
        #expect(try query.route(of: back).arriveS == 3)
    }

    @Test func `what cannot arrive has a reason`() {
        let plan = Self.plan([contact(0, 1, 0, 4)], nodes: 3)
        let query = EarliestArrival(plan, ratesBitPerS: [1])
        #expect(throws: NoArrival.noWay) {
            try query.route(of: Parcel(from: NodeID(0), to: NodeID(2), readyS: 0))
        }
        #expect(throws: NoArrival.noContact(NodeID(2))) {
            try query.route(of: Parcel(from: NodeID(2), to: NodeID(0), readyS: 0))
        }
        #expect(throws: NoArrival.expired(arriveS: 3)) {
            try query.route(
                of: Parcel(from: NodeID(0), to: NodeID(1), readyS: 0, sizeBits: 2, expiryS: 3))
        }
        let empty = EarliestArrival(Self.plan([], nodes: 2, endS: 0), ratesBitPerS: [])
        #expect(throws: NoArrival.emptyWindow) {
            try empty.route(of: Parcel(from: NodeID(0), to: NodeID(1), readyS: 0))
        }
        #expect(
            NoArrival.noContact(NodeID(2)).text { "n\($0.index)" }
                == "n2 has no contact that can carry it")
    }
}
