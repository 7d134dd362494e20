/// The planes and slots of one group of satellites that share inclination and height.
struct ShellFit {
    private let orbits: [MeanOrbit]
    private var planes: PlaneComb
    /// For each satellite the slot of its plane, before several in one slot are told apart.
    private var slotOf: [Int?]
    /// For each plane its number of slots and the argument of latitude of slot 0 [rad].
    private var slotsOf: [Int: (count: Int, phaseRad: Double)] = [:]
    /// For each satellite how far it is ahead of its slot [slots].
    private var aheadSlots: [Double]

    /// The satellites of the group that stand in no slot, by their place in it.
    private(set) var unplaced: [(orbit: Int, reason: UnplacedReason)] = []

    /// A satellite farther from its slot is between two [slots].
    private static let greatestOffset = 0.3

    /// Planes that agree less on their slots keep none.
    private static let leastCoherence = 0.6

    /// Satellites times the square of their coherence that no plane reaches by chance: of 120 sums
    /// over random angles the greatest is about the logarithm of 120.
    private static let leastEvidence = 15.0

    /// Fewer satellites than this are no shell.
    private static let fewest = 12

    /// The part of the occupied slots that must hold several satellites for slots to count double.
    private static let sharedPart = 0.05

    /// The most satellites in one slot.
    private static let mostInSlot = 3

    init(_ group: [MeanOrbit]) {
        orbits = group
        planes = PlaneComb(group)
        slotOf = Array(repeating: nil, count: group.count)
        aheadSlots = Array(repeating: 0, count: group.count)
        for index in group.indices where planes.planeOf[index] == nil {
            unplaced.append((index, .betweenPlanes))
        }
        let slots = SlotComb(members().values.map { $0.map { group[$0].argumentOfLatitudeRad } })
        let placed = group.indices.filter { planes.planeOf[$0] != nil }.map { group[$0] }
        if slots.coherence >= Self.leastCoherence,
            let step = PlaneStep(placed, slots: slots.slots)
        {
            number(by: step)
        } else {
            numberEachPlane()
        }
        tellSharersApart()
        if slotOf.count(where: { $0 != nil }) < Self.fewest { dissolve() }
    }

    /// Gives up a shell of few satellites, which may agree by chance.
    private mutating func dissolve() {
        for index in orbits.indices where slotOf[index] != nil {
            slotOf[index] = nil
            unplaced.append((index, .noCommonSlots))
        }
    }

    /// The satellites of each plane, by their place in the group.
    private func members() -> [Int: [Int]] {
        var members: [Int: [Int]] = [:]
        for (index, plane) in planes.planeOf.enumerated() {
            if let plane { members[plane, default: []].append(index) }
        }
        return members
    }

    /// The satellite among some from which planes and slots are counted.
    ///
    /// Drawn by its catalogue number: the oldest satellites leave first and the newest come last, so
    /// that either end of the list would move the count more often than chance does.
    private func anchor(of indices: some Sequence<Int>) -> Int? {
        indices.min { (orbits[$0].lot, $0) < (orbits[$1].lot, $1) }
    }

    /// Numbers the slots across planes that are in step.
    private mutating func number(by step: PlaneStep) {
        let turn = 2 * Double.pi
        /// The place of a satellite along the orbit, in slots, free of the step of its plane.
        func place(_ index: Int) -> Double {
            guard let plane = planes.planeOf[index], let centre = planes.centreRad[plane],
                let zero = planes.centreRad[firstPlane]
            else { return 0 }
            // Right ascension counts from plane 0 up to one turn, whatever the scatter around it.
            let offset =
                Angle.wrapped(centre - zero) + Angle.centred(orbits[index].raanRad - centre)
            return
                (Double(step.slots) * orbits[index].argumentOfLatitudeRad
                + Double(step.turnSlots) * offset) / turn
        }
        var firstPlane = planes.centreRad.keys.min() ?? 0
        func fit() -> Double {
            let inPlanes = orbits.indices.filter { planes.planeOf[$0] != nil }
            return FourierSum(inPlanes) { turn * place($0) }.angle / turn
        }
        var phase = fit()
        func settle() {
            for index in orbits.indices where planes.planeOf[index] != nil {
                let exact = place(index) - phase
                let nearest = exact.rounded()
                aheadSlots[index] = exact - nearest
                slotOf[index] =
                    abs(exact - nearest) <= Self.greatestOffset ? Int(nearest) : nil
            }
        }
        settle()
        guard let first = anchor(of: orbits.indices.filter { slotOf[$0] != nil }),
            let plane = planes.planeOf[first]
        else { return }
        planes.renumber(from: plane)
        firstPlane = 0
        phase = fit()
        settle()
        let zero = slotOf[first] ?? 0
        let zeroRad = planes.centreRad[0] ?? 0
        for index in orbits.indices where planes.planeOf[index] != nil {
            guard let slot = slotOf[index] else {
                unplaced.append((index, .betweenSlots))
                continue
            }
            slotOf[index] = (((slot - zero) % step.slots) + step.slots) % step.slots
        }
        for (plane, centre) in planes.centreRad {
            let offset = Angle.wrapped(centre - zeroRad)
            slotsOf[plane] = (
                step.slots,
                ((phase + Double(zero)) * turn - Double(step.turnSlots) * offset)
                    / Double(step.slots)
            )
        }
    }

    /// Numbers the slots of each plane by itself, from a satellite drawn among its own.
    private mutating func numberEachPlane() {
        let turn = 2 * Double.pi
        for (plane, indices) in members() {
            let comb = SlotComb([indices.map { orbits[$0].argumentOfLatitudeRad }])
            guard comb.coherence >= Self.leastCoherence,
                Double(indices.count) * comb.coherence * comb.coherence >= Self.leastEvidence
            else {
                for index in indices { unplaced.append((index, .noCommonSlots)) }
                continue
            }
            let count = Double(comb.slots)
            let phase =
                FourierSum(indices) { count * orbits[$0].argumentOfLatitudeRad }.angle / turn
            for index in indices {
                let exact = count * orbits[index].argumentOfLatitudeRad / turn - phase
                aheadSlots[index] = exact - exact.rounded()
                if abs(aheadSlots[index]) <= Self.greatestOffset {
                    slotOf[index] = Int(exact.rounded())
                } else {
                    unplaced.append((index, .betweenSlots))
                }
            }
            guard let first = anchor(of: indices.filter { slotOf[$0] != nil }),
                let zero = slotOf[first]
            else { continue }
            for index in indices {
                slotOf[index] = slotOf[index].map {
                    ((($0 - zero) % comb.slots) + comb.slots) % comb.slots
                }
            }
            slotsOf[plane] = (comb.slots, (phase + Double(zero)) * turn / count)
        }
        if let first = anchor(of: orbits.indices.filter { slotOf[$0] != nil }),
            let plane = planes.planeOf[first], let zeroRad = planes.centreRad[plane]
        {
            let centres = planes.centreRad
            planes.renumber(from: plane)
            var moved: [Int: (count: Int, phaseRad: Double)] = [:]
            for (plane, slots) in slotsOf {
                guard let centre = centres[plane] else { continue }
                let turns = Angle.wrapped(centre - zeroRad) / turn
                moved[Int((turns * Double(planes.positions)).rounded()) % planes.positions] = slots
            }
            slotsOf = moved
        }
    }

    /// Gives each of several satellites in one slot a slot of its own, where that is common; else the
    /// one with the lowest catalogue number keeps it.
    private mutating func tellSharersApart() {
        var sharers: [SIMD2<Int>: [Int]] = [:]
        for index in orbits.indices {
            if let plane = planes.planeOf[index], let slot = slotOf[index] {
                sharers[SIMD2(plane, slot), default: []].append(index)
            }
        }
        var lanes = 1
        while lanes < Self.mostInSlot,
            Double(sharers.values.count { $0.count > lanes })
                >= Self.sharedPart * Double(sharers.count), !sharers.isEmpty
        {
            lanes += 1
        }
        for indices in sharers.values {
            let eldest = indices.sorted {
                (orbits[$0].catalogNumber.rawValue, $0) < (orbits[$1].catalogNumber.rawValue, $1)
            }
            for index in eldest.dropFirst(lanes) {
                slotOf[index] = nil
                unplaced.append((index, .slotTaken))
            }
            let kept = eldest.prefix(lanes).sorted {
                (aheadSlots[$0], $0) < (aheadSlots[$1], $1)
            }
            for (lane, index) in kept.enumerated() {
                slotOf[index] = slotOf[index].map { $0 * lanes + lane }
            }
        }
        slotsOf = slotsOf.mapValues { ($0.count * lanes, $0.phaseRad) }
    }

    /// The shell, or `nil` when no satellite stands in it.
    ///
    /// - Parameter taken: Names of other shells, which it must not bear.
    func shell(named taken: [String]) -> PlacedShell? {
        var placed: [PlacedPlane] = []
        var heights: [Double] = []
        for (plane, indices) in members().sorted(by: { $0.key < $1.key }) {
            guard let slots = slotsOf[plane] else { continue }
            var satellites = [Int?](repeating: nil, count: slots.count)
            var count = 0
            for index in indices {
                guard let slot = slotOf[index] else { continue }
                satellites[slot] = orbits[index].satellite
                heights.append(orbits[index].heightKm)
                count += 1
            }
            guard count > 0 else { continue }
            placed.append(
                PlacedPlane(
                    number: plane, raanRad: planes.centreRad[plane] ?? 0,
                    phaseRad: Angle.wrapped(slots.phaseRad), satellites: satellites))
        }
        guard !placed.isEmpty else { return nil }
        heights.sort()
        let height = heights[heights.count / 2]
        let inclination =
            orbits.reduce(0) { $0 + $1.inclinationRad } / Double(orbits.count)
        let plain =
            "\(Int((inclination * 180 / .pi).rounded()))-\(Int(height.rounded()))"
        var name = plain
        var copy = 2
        while taken.contains(name) {
            name = "\(plain)-\(copy)"
            copy += 1
        }
        return PlacedShell(
            name: name, inclinationRad: inclination, heightKm: height, planes: placed,
            planePositions: planes.positions, isFullCircle: Self.isFullCircle(placed))
    }

    /// Whether no two neighbouring planes are more than a third of a turn apart.
    private static func isFullCircle(_ planes: [PlacedPlane]) -> Bool {
        guard planes.count >= 3 else { return false }
        let centres = planes.map(\.raanRad).sorted()
        var widest = (centres.first ?? 0) + 2 * .pi - (centres.last ?? 0)
        for (one, next) in zip(centres, centres.dropFirst()) { widest = max(widest, next - one) }
        return widest <= 2 * .pi / 3
    }
}
