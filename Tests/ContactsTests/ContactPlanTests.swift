import Contacts
import LaserMesh
import TestSupport
import Testing

@Suite struct ContactPlanTests {
    private static func contact(_ a: Int, _ b: Int, _ up: Double, _ down: Double) -> Contact {
        Contact(
            NodeID(a), NodeID(b), kind: .laser, upS: up, downS: down, minKm: 1, maxKm: 2,
            causeUp: .rule(.grazing), causeDown: .window)
    }

    @Test func `queries find what a look at every contact finds`() {
        var random = SeededGenerator(seed: 7)
        for round in 0..<15 {
            let nodes = Int.random(in: 2...12, using: &random)
            var contacts: [Contact] = []
            for _ in 0..<Int.random(in: 0...100, using: &random) {
                let a = Int.random(in: 0..<nodes, using: &random)
                let b = Int.random(in: 0..<nodes, using: &random)
                guard a != b else { continue }
                let up = (Double.random(in: -50..<50, using: &random) * 4).rounded() / 4
                let length = Double.random(in: 0...(round % 2 == 0 ? 3 : 90), using: &random)
                contacts.append(Self.contact(a, b, up, min(50, up + length)))
            }
            let plan = ContactPlan(
                contacts, satelliteCount: nodes, nodeCount: nodes, window: -50..<50)
            #expect(plan.contacts == contacts.sorted())
            for node in 0..<nodes {
                let expected = plan.contacts.indices.filter {
                    plan.contacts[$0].a.index == node || plan.contacts[$0].b.index == node
                }
                #expect(plan.contacts(of: NodeID(node)) == expected)
                let pair = expected.filter {
                    plan.contacts[$0].peer(of: NodeID(node)).index == (node + 1) % nodes
                }
                #expect(
                    plan.contacts(between: NodeID(node), and: NodeID((node + 1) % nodes)) == pair)
            }
            for time in stride(from: -51, through: 51, by: 0.25) {
                let expected = plan.contacts.indices.filter {
                    time < 50 && plan.contacts[$0].upS <= time && time < plan.contacts[$0].downS
                }
                #expect(plan.contacts(atSeconds: time) == expected)
            }
        }
    }

    @Test func `a window of no length has no contacts`() {
        let plan = ContactPlan([], satelliteCount: 1, nodeCount: 2, window: 5..<5)
        #expect(plan.contacts(atSeconds: 5).isEmpty && plan.contacts(of: NodeID(1)).isEmpty)
    }

    @Test func `causes are read back from their words`() {
        for cause in LinkRule.allCases.map(ContactCause.rule) + [.window] {
            #expect(ContactCause(cause.description) == cause)
        }
        #expect(ContactCause("nonsense") == nil)
    }
}
