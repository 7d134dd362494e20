import Contacts
import DataCenters
import LaserMesh
import Routing
import Testing

@Suite struct ShippingPlanTests {
    private func contact(_ a: Int, _ b: Int, _ up: Double, _ down: Double, kind: LinkKind = .radio)
        -> Contact
    {
        Contact(
            NodeID(a), NodeID(b), kind: kind, upS: up, downS: down, minKm: 1_000, maxKm: 1_000,
            causeUp: .window, causeDown: .window)
    }

    private func plan(_ contacts: [Contact], nodes: Int = 4) -> ContactPlan {
        ContactPlan(contacts, satelliteCount: 2, nodeCount: nodes, window: 0..<1_000)
    }

    /// A satellite that sees one station and, later, the other: bytes wait in it.
    @Test func `bytes are stored and carried`() {
        let contacts = plan([contact(0, 2, 0, 100), contact(0, 3, 300, 350)])
        let shipment = Shipment(
            from: 2, to: 3, bytes: 1e15, startS: 0, deadlineS: 1_000)
        let capacities = LinkCapacities(radioGbps: 8)
        let whole = ShippingPlan(shipment, over: contacts, slotS: 10, capacities: capacities)
        // 100 s up and 50 s down at 1 GB/s: what comes down counts.
        #expect(abs(whole.deliveredBytes - 50e9) < 1)
        #expect(whole.completeS == nil && abs(whole.greatestHeldBytes - 50e9) < 1)
        #expect(whole.loads.map(\.from) == [0, 2] && whole.loads.map(\.to) == [3, 0])
        let little = ShippingPlan(
            shipment, over: contacts, slotS: 10, capacities: capacities, storageBytes: 7e9)
        #expect(abs(little.deliveredBytes - 7e9) < 1)
        let none = ShippingPlan(
            shipment, over: contacts, slotS: 10, capacities: capacities, storageBytes: 0)
        #expect(none.deliveredBytes == 0 && none.loads.isEmpty)
    }

    @Test func `what fits comes as early as it can`() throws {
        let contacts = plan([
            contact(0, 2, 0, 1_000), contact(0, 1, 0, 1_000, kind: .laser), contact(1, 3, 95, 400),
        ])
        let shipment = Shipment(from: 2, to: 3, bytes: 100e9, startS: 0, deadlineS: 600)
        let plan = ShippingPlan(
            shipment, over: contacts, slotS: 10,
            capacities: LinkCapacities(laserGbps: 100, radioGbps: 8))
        // 100 s of down-link from 95 s on, in slots of 10 s.
        #expect(try #require(plan.completeS) == 200)
        #expect(plan.deliveredByS.first { $0.endS == 100 }?.bytes == 5e9)
        #expect(plan.loads.map { $0.bytes.rounded() } == [100e9, 100e9, 100e9])
    }

    @Test func `a deadline before the last slot's end counts`() {
        let contacts = plan([contact(0, 2, 0, 1_000), contact(0, 3, 0, 1_000)])
        let shipment = Shipment(from: 2, to: 3, bytes: 1e15, startS: 5, deadlineS: 28)
        let plan = ShippingPlan(
            shipment, over: contacts, slotS: 10, capacities: LinkCapacities(radioGbps: 8))
        #expect(abs(plan.deliveredBytes - 23e9) < 1)
    }
}
