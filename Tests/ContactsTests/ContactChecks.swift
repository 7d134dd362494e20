import Contacts
import LaserMesh
import Numerics
import Orbits
import TestSupport
import Testing

/// What is asked of contact plans, on few links or on many.
enum ContactChecks {
    /// Within a millisecond of an end the link is as the contact says, on either side.
    static func checkEnds(_ plan: ContactPlan, _ links: RandomLinks, limit: Int) {
        let stride = max(1, plan.contacts.count / max(1, limit))
        for (index, contact) in plan.contacts.enumerated() where index % stride == 0 {
            for (end, cause, rises) in [
                (contact.upS, contact.causeUp, true), (contact.downS, contact.causeDown, false),
            ] where cause != .window {
                for step in 1...10 where Double(step) * 1e-4 < contact.durationS {
                    let inside = end + (rises ? 1 : -1) * Double(step) * 1e-4
                    #expect(links.isUp(contact.a, contact.b, inside), "\(contact)")
                    let outside = end - (rises ? 1 : -1) * Double(step) * 1e-4
                    #expect(!links.isUp(contact.a, contact.b, outside), "\(contact)")
                }
                // The rule that is named is the one whose margin is zero there.
                guard case .rule(let rule) = cause else { continue }
                let rules =
                    contact.kind == .laser
                    ? links.finder.builder.laserRules.rules : links.finder.builder.groundRules.rules
                let margins = links.margins(contact.a, contact.b, end)
                #expect(zip(rules, margins).contains { $0 == rule && abs($1) < 1e-6 })
            }
        }
    }

    /// At every step of the window the links that are up are those of the plan.
    static func checkSamples(_ plan: ContactPlan, _ links: RandomLinks, stepS: Double) {
        for (a, b) in links.pairs {
            let contacts = plan.contacts(between: a, and: b).map { plan.contacts[$0] }
            for contact in contacts { #expect(contact.upS < contact.downS) }
            for (one, next) in zip(contacts, contacts.dropFirst()) {
                #expect(one.downS < next.upS)
            }
            for time in stride(from: plan.startS, to: plan.endS, by: stepS) {
                let isUp = contacts.contains { $0.isUp(atSeconds: time) }
                #expect(links.isUp(a, b, time) == isUp)
            }
        }
    }

    /// Sets a rule so near the peak of a pass that it lasts a few milliseconds, and looks whether the
    /// finder sees it, and sees it as long as it is.
    ///
    /// - Returns: Whether there was such a pass.
    static func checkShortPass(_ random: inout SeededGenerator) async -> Bool {
        let seed = UInt64.random(in: 0...UInt64.max, using: &random)
        let rule = [LinkRule.elevation, .range, .grazing].randomElement(using: &random)
        let wide = RandomLinks(
            satellites: 2, stations: 1, lasers: 1, rules: LaserRules(maxRangeKm: 100_000),
            seed: seed)
        let (a, b) = (NodeID(0), NodeID(rule == .elevation ? 2 : 1))
        let place = rule == .grazing ? 1 : 0
        func margin(_ seconds: Double) -> Double { wide.margins(a, b, seconds)[place] }
        // The first peak after some time, by samples and then by Brent's method.
        var time = Double.random(in: 0..<1_000, using: &random)
        let end = time + 12_000
        while !(margin(time) > margin(time - 20) && margin(time) > margin(time + 20)) {
            time += 20
            if time > end { return false }
        }
        guard
            let top = try? Minimiser.brent(
                in: -20...20, startingAt: 0, tolerance: 1e-6, { -margin(time + $0) })
        else { return false }
        let peak = (argument: time + top.argument, value: top.value)
        let wantedS = 0.002 * Double.random(in: 1...100, using: &random)
        let least = min(
            margin(peak.argument - wantedS / 2), margin(peak.argument + wantedS / 2))
        // Curves so flat, and angles so near zenith, that doubles do not resolve the pass.
        let depth = -peak.value - least
        guard depth > (rule == .elevation ? 1e-13 : 1e-8) else { return false }
        var builder = wide.finder.builder
        switch rule {
        case .elevation:
            let elevation = least + 25 * .pi / 180
            guard elevation < 1.4 else { return false }
            builder = MeshBuilder(
                topology: LinkList.none, groundRules: GroundRules(minElevationRad: elevation),
                stations: wide.stations)
        case .range:
            builder = MeshBuilder(
                topology: LinkList([LaserLink(0, 1)]),
                laserRules: LaserRules(maxRangeKm: 100_000 - least, grazingAltitudeKm: -6_000))
        default:
            guard least > -2_000 else { return false }
            builder = MeshBuilder(
                topology: LinkList([LaserLink(0, 1)]),
                laserRules: LaserRules(grazingAltitudeKm: 80 + least))
        }
        let finder = ContactFinder(
            wide.finder.constellation, builder: builder, epoch: wide.finder.epoch)
        let start = peak.argument - Double.random(in: 25..<600, using: &random)
        let plan = await finder.plan(over: start..<(peak.argument + 40))
        let near = plan.contacts.filter {
            $0.a == a && $0.b == b && $0.upS < peak.argument + wantedS / 2
                && $0.downS > peak.argument - wantedS / 2
        }
        #expect(near.count == 1, "\(seed) \(String(describing: rule)) \(wantedS)")
        // The flatter the peak, the less do doubles resolve how long it is above.
        guard depth > (rule == .elevation ? 1e-11 : 1e-6) else { return true }
        // A line whose lowest point comes to an end of it falls slower from there on than it rose.
        let lengthS =
            instant(of: margin, below: least, from: peak.argument, by: wantedS / 20)
            - instant(of: margin, below: least, from: peak.argument, by: -wantedS / 20)
        #expect(
            near.allSatisfy { abs($0.durationS - lengthS) < 0.02 * lengthS },
            "\(seed) \(String(describing: rule)) \(wantedS) \(lengthS)")
        return true
    }

    /// The first instant on one side of a peak at which a margin is below a value.
    private static func instant(
        of margin: (Double) -> Double, below least: Double, from peak: Double, by step: Double
    ) -> Double {
        var inside = peak
        while margin(inside + step) >= least, abs(inside - peak) < 100 { inside += step }
        var outside = inside + step
        for _ in 0..<40 {
            let middle = (inside + outside) / 2
            if margin(middle) >= least { inside = middle } else { outside = middle }
        }
        return outside
    }
}
