import Contacts
import LaserMesh
import Orbits
import TestSupport
import Testing

@Suite struct ContactFinderTests {
    static let rules: [(LaserRules, GroundRules)] = [
        (LaserRules(), .standard),
        (LaserRules(maxRangeKm: 4_000), GroundRules(minElevationRad: 0, maxSlantRangeKm: 2_000)),
        (LaserRules(grazingAltitudeKm: -300, earth: .sphere), GroundRules(minElevationRad: -0.1)),
        (LaserRules(maxRangeKm: 9_000), GroundRules(maxSlantRangeKm: 1_260)),
    ]

    /// Around each end, by steps of a tenth of a millisecond, and anywhere else by steps of time.
    @Test(arguments: rules.indices)
    func `contacts are what dense sampling sees`(index: Int) async {
        let (laser, ground) = Self.rules[index]
        let links = RandomLinks(
            satellites: 12, stations: 6, lasers: 12, rules: laser, groundRules: ground,
            seed: 100 + UInt64(index))
        let window = 250.0..<8_000
        let plan = await links.finder.plan(over: window, threads: 2)
        ContactChecks.checkEnds(plan, links, limit: 60)
        ContactChecks.checkSamples(plan, links, stepS: 50)
        #expect(plan.contacts.count > 20)
    }

    @Test func `the plan does not depend on threads`() async {
        let links = RandomLinks(satellites: 12, stations: 4, lasers: 10, seed: 9)
        let one = await links.finder.plan(over: 0..<6_000, threads: 1)
        let three = await links.finder.plan(over: 0..<6_000, threads: 3)
        #expect(one.contacts == three.contacts)
        #expect(one.contacts.contains { $0.causeUp == .window })
    }

    /// Contacts that go on across the edges of blocks are one contact each.
    @Test func `a window in two parts has the same contacts`() async throws {
        let links = RandomLinks(satellites: 12, stations: 4, lasers: 10, seed: 10)
        let whole = await links.finder.plan(over: 0..<7_000)
        let first = await links.finder.plan(over: 0..<3_100)
        let second = await links.finder.plan(over: 3_100..<7_000)
        for contact in whole.contacts {
            let parts = [first, second].flatMap { plan in
                plan.contacts(between: contact.a, and: contact.b).map { plan.contacts[$0] }
            }.filter { $0.upS < contact.downS && contact.upS < $0.downS }
            #expect(parts.count == (contact.upS < 3_100 && contact.downS > 3_100 ? 2 : 1))
            let (begin, end) = (try #require(parts.first), try #require(parts.last))
            #expect(abs(begin.upS - contact.upS) < 1e-7, "\(begin) \(contact)")
            #expect(abs(end.downS - contact.downS) < 1e-7, "\(end) \(contact)")
            #expect(begin.causeUp == contact.causeUp && end.causeDown == contact.causeDown)
            let (least, greatest) = (parts.map(\.minKm).min(), parts.map(\.maxKm).max())
            #expect(abs((least ?? 0) - contact.minKm) < 1e-5)
            #expect(abs((greatest ?? 0) - contact.maxKm) < 1e-5)
        }
    }

    @Test func `lengths are those of dense sampling`() async {
        let links = RandomLinks(satellites: 12, stations: 4, lasers: 8, seed: 11)
        let plan = await links.finder.plan(over: 0..<6_000)
        for contact in plan.contacts.prefix(40) {
            var (least, greatest) = (Double.infinity, 0.0)
            for step in 0...100 {
                let t = contact.upS + contact.durationS * Double(step) / 100
                let length = links.lengthKm(contact.a, contact.b, t)
                least = min(least, length)
                greatest = max(greatest, length)
            }
            #expect(contact.minKm <= least + 1e-5 && contact.maxKm >= greatest - 1e-5)
            // The extreme lies between two samples, where the length bends by a² at most.
            let step = contact.durationS / 100
            #expect(contact.minKm >= least - 0.2 * step * step)
            #expect(contact.maxKm <= greatest + 0.2 * step * step)
        }
    }

    @Test func `a window of no length has no contacts`() async {
        let links = RandomLinks(satellites: 3, stations: 2, lasers: 2, seed: 12)
        let plan = await links.finder.plan(over: 100..<100)
        #expect(plan.contacts.isEmpty && plan.startS == 100 && plan.endS == 100)
    }

    /// Passes that rise above the horizon's cone for a few milliseconds only.
    @Test func `short passes are found`() async {
        var random = SeededGenerator(seed: 13)
        var found = 0
        for _ in 0..<60 { found += await ContactChecks.checkShortPass(&random) ? 1 : 0 }
        #expect(found > 15)
    }

    /// A topology that depends on positions: the same links as the mesh has at any instant.
    @Test func `a chosen topology changes where its mesh does`() async {
        let shell = Shell(
            name: "S", planes: 5, slots: 6, inclinationDeg: 53, altitudeKm: 1_200,
            phasing: .walker(1))
        let elements = shell.elementSets(epoch: .j2000)
        let builder = MeshBuilder(
            topology: Nearest(terminals: 2, names: elements.map(\.name)),
            laserRules: LaserRules(maxRangeKm: 6_000))
        let finder = ContactFinder(Constellation(elements), builder: builder, epoch: .j2000)
        let plan = await finder.plan(over: 0..<1_200, threads: 2)
        var changes = 0
        for second in stride(from: 0.5, to: 1_200, by: 20) {
            let mesh = builder.mesh(
                of: finder.constellation.positions(
                    at: finder.epoch.advanced(bySeconds: second)),
                atSeconds: second)
            let up = plan.contacts(atSeconds: second).map { plan.contacts[$0] }
            #expect(
                Set(up.map { [$0.a, $0.b] }) == Set(mesh.links.map { [$0.a, $0.b] }))
        }
        for contact in plan.contacts where contact.causeDown != .window {
            changes += 1
            for (time, isUp) in [(contact.downS - 1e-3, true), (contact.downS + 1e-3, false)] {
                let mesh = builder.mesh(
                    of: finder.constellation.positions(
                        at: finder.epoch.advanced(bySeconds: time)),
                    atSeconds: time)
                #expect((mesh.link(between: contact.a, and: contact.b) != nil) == isUp)
            }
        }
        #expect(changes > 10)
    }
}
