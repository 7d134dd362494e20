import Orbits
import TestSupport
import Testing

/// Designs are scattered, thinned out and carried to epochs of their own; the placement must find
/// them again.
@Suite struct PlacementTests {
    static let noon = Instant(year: 2026, month: 8, day: 22, secondOfDay: 43_200)

    /// The sets of a shell as a file has them: some are missing, each has an epoch of its own and a
    /// little of scatter, and the order is any.
    private func observed(
        _ shell: Shell, keeping share: Double, first: UInt32 = 1, drop: Set<Int> = [],
        _ random: inout SeededGenerator
    ) throws -> [ElementSet] {
        var sets: [ElementSet] = []
        for (index, design) in shell.elementSets(epoch: Self.noon, firstCatalogNumber: first)
            .enumerated()
        {
            guard !drop.contains(index), Double.random(in: 0..<1, using: &random) < share else {
                continue
            }
            var set = design
            // The node and the argument of latitude drift by the rates that SGP4 shows.
            let age = Double.random(in: -1_400...0, using: &random)
            let motion = try J2Propagator(set)
            set.epoch = Self.noon.advanced(bySeconds: 60 * age)
            set.raanRad += motion.raanRateRadPerMin * age
            set.argumentOfPerigeeRad = Double.random(in: 0..<6, using: &random)
            set.meanAnomalyRad +=
                (motion.meanAnomalyRateRadPerMin + motion.argumentOfPerigeeRateRadPerMin) * age
                - set.argumentOfPerigeeRad
            set.raanRad += Double.random(in: -0.002...0.002, using: &random)
            set.meanAnomalyRad += Double.random(in: -0.005...0.005, using: &random)
            sets.append(set)
        }
        return sets.shuffled(using: &random)
    }

    @Test(arguments: [
        (24, 20, Phasing.walker(5), 53.0, 0.9), (36, 16, .walker(11), 70, 0.85),
        (34, 34, .halfSlot, 51.9, 1), (20, 30, .slotFraction(13.0 / 24), 97.6, 0.8),
    ])
    func `a thinned and scattered design is found again`(
        planes: Int, slots: Int, phasing: Phasing, inclination: Double, share: Double
    ) throws {
        let shell = Shell(
            name: "S", planes: planes, slots: slots, inclinationDeg: inclination, altitudeKm: 550,
            phasing: phasing)
        var random = SeededGenerator(seed: UInt64(planes))
        let sets = try observed(shell, keeping: share, &random)
        let placement = Placement(sets)
        #expect(placement.placedCount == sets.count)
        let found = try #require(placement.shells.first)
        #expect(placement.shells.count == 1 && found.isFullCircle)
        #expect(found.planes.count == planes && found.planePositions == planes)
        // Planes are those of the design, counted from another one; so are the slots of a plane.
        var planeShift: Int?
        var slotShift: [Int: Int] = [:]
        for (index, place) in placement.satellites.enumerated() {
            guard case .placed(_, let plane, let slot) = place else { continue }
            let design = Int(sets[index].catalogNumber.rawValue) - 1
            let shift = (plane - design / slots + planes) % planes
            #expect(shift == planeShift ?? shift)
            planeShift = shift
            let count = found.planes[plane].satellites.count
            #expect(count % slots == 0)
            let along = (slot - design % slots * (count / slots) + 10 * count) % count
            #expect(along == slotShift[plane] ?? along)
            slotShift[plane] = along
            #expect(found.planes[plane].satellites[slot] == index)
        }
    }

    @Test func `numbers do not depend on the order and stay when satellites leave`() throws {
        let shell = Shell(
            name: "S", planes: 24, slots: 20, inclinationDeg: 53, altitudeKm: 550,
            phasing: .walker(7))
        var random = SeededGenerator(seed: 8)
        let sets = try observed(shell, keeping: 0.9, &random)
        func numbers(_ sets: [ElementSet]) -> [CatalogNumber: SatellitePlacement] {
            Dictionary(
                uniqueKeysWithValues: zip(
                    sets.map(\.catalogNumber), Placement(sets).satellites))
        }
        let all = numbers(sets)
        #expect(numbers(sets.reversed()) == all)
        // One in a hundred leaves; that the one who is counted from is among them is unlikely.
        let fewer = numbers(sets.filter { $0.catalogNumber.rawValue % 100 != 3 })
        #expect(fewer.count < all.count)
        #expect(fewer.allSatisfy { all[$0.key] == $0.value })
    }

    @Test func `strays, old and bad elements are told apart`() throws {
        let shell = Shell(
            name: "S", planes: 12, slots: 12, inclinationDeg: 53, altitudeKm: 550,
            phasing: .walker(1))
        var random = SeededGenerator(seed: 9)
        var sets = try observed(shell, keeping: 1, &random)
        let one = sets[0]
        func stray(_ change: (inout ElementSet) -> Void) {
            var set = one
            set.catalogNumber = CatalogNumber(UInt32(1_000 + sets.count))
            change(&set)
            sets.append(set)
        }
        let before = sets.count
        stray { $0.meanMotionRadPerMin *= 1.02 }
        stray { $0.epoch = $0.epoch.advanced(bySeconds: -20 * 86_400) }
        stray { $0.eccentricity = 1.5 }
        stray { $0.meanAnomalyRad += 0.5 * 2 * .pi / 12 }
        stray { $0.raanRad += 0.5 * 2 * .pi / 12 }
        let placement = Placement(sets)
        let reasons = placement.satellites[before...].map { place -> UnplacedReason? in
            if case .unplaced(let reason) = place { reason } else { nil }
        }
        #expect(
            reasons == [
                .aloneAtItsHeight, .oldElements, .badElements(.meanEccentricity), .betweenSlots,
                .betweenPlanes,
            ])
        #expect(placement.placedCount == before)
        #expect(placement.ageDays[before + 1] > 19)
    }

    @Test func `two satellites in a slot share it, one behind the other`() throws {
        let shell = Shell(
            name: "S", planes: 12, slots: 16, inclinationDeg: 70, altitudeKm: 570,
            phasing: .walker(5))
        var random = SeededGenerator(seed: 10)
        var sets = try observed(shell, keeping: 1, &random)
        for var set in sets where set.catalogNumber.rawValue % 3 == 0 {
            set.catalogNumber = CatalogNumber(1_000 + set.catalogNumber.rawValue)
            set.meanAnomalyRad += 0.9 * .pi / 180
            sets.append(set)
        }
        let placement = Placement(sets)
        #expect(placement.placedCount == sets.count)
        #expect(placement.shells.first?.planes.first?.satellites.count == 32)
        var places: [UInt32: Int] = [:]
        for (index, place) in placement.satellites.enumerated() {
            guard case .placed(_, _, let slot) = place else { continue }
            places[sets[index].catalogNumber.rawValue] = slot
        }
        for (number, slot) in places where number > 1_000 {
            #expect(places[number - 1_000] == slot - 1 && slot % 2 == 1)
        }
    }

    @Test func `planes with heights of their own are one shell`() throws {
        var sets: [ElementSet] = []
        var random = SeededGenerator(seed: 11)
        for plane in 0..<12 {
            let shell = Shell(
                name: "P\(plane)", planes: 1, slots: 40, inclinationRad: 87.9 * .pi / 180,
                meanMotionRadPerMin: Shell.meanMotionRadPerMin(
                    altitudeKm: 1_180 + 4 * Double(plane), gravity: .wgs72),
                raanOffsetRad: Double(plane) * 15.2 * .pi / 180,
                meanAnomalyOffsetRad: Double(plane))
            sets += try observed(shell, keeping: 0.95, first: UInt32(1 + 100 * plane), &random)
        }
        let placement = Placement(sets)
        #expect(placement.placedCount == sets.count)
        let shell = try #require(placement.shells.first)
        #expect(shell.planes.count == 12 && !shell.isFullCircle)
        #expect(shell.planes.allSatisfy { $0.satellites.count == 40 })
        let raan = shell.planesFromSeam.map(\.raanRad)
        #expect(zip(raan, raan.dropFirst()).allSatisfy { abs($1 - $0 - 15.2 * .pi / 180) < 0.01 })
    }

    @Test func `no satellites have no shells, and too few have none either`() {
        #expect(Placement([]).shells.isEmpty && Placement([]).satellites.isEmpty)
        let shell = Shell(
            name: "S", planes: 2, slots: 4, inclinationDeg: 53, altitudeKm: 550)
        let placement = Placement(shell.elementSets(epoch: Self.noon))
        #expect(placement.shells.isEmpty)
        #expect(placement.satellites == Array(repeating: .unplaced(.noCommonSlots), count: 8))
    }
}
