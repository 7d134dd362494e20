import LaserMesh

/// Eight instants of exact costs [km].
///
/// Sums of lengths on the ``LengthGrid`` are exact below 2²³ km; a cost from there on counts as
/// unreachable.
enum ExactLanes: LaneArithmetic {
    typealias Costs = SIMD8<Double>
    typealias Flags = SIMDMask<SIMD8<Int64>>
    typealias Signs = SIMD8<Int64>
    typealias Slots = SIMD8<UInt64>

    static var width: Int { 8 }
    static var unreachable: Double { 0x1p23 }

    @inline(__always) static var unreachableCosts: Costs { Costs(repeating: 0x1p23) }
    @inline(__always) static var zeroCosts: Costs { Costs(repeating: 0) }
    @inline(__always) static var noFlags: Flags { Flags(repeating: false) }

    // Lane L holds its place in bits 16 (L mod 4) to 16 (L mod 4) + 15.
    @inline(__always) static var noSlots: Slots { firstSlots &+ unit &* 0xffff }
    @inline(__always) static var firstSlots: Slots { Slots(repeating: 0) }
    @inline(__always)
    private static var unit: Slots {
        Slots(
            1, 0x1_0000, 0x1_0000_0000, 0x1_0000_0000_0000, 1, 0x1_0000, 0x1_0000_0000,
            0x1_0000_0000_0000)
    }
    @inline(__always) static func next(_ slots: Slots) -> Slots { slots &+ unit }

    @inline(__always) static func sum(_ a: Costs, _ b: Costs) -> Costs { a + b }
    @inline(__always) static func sum(_ a: Double, _ b: Double) -> Double { a + b }

    @inline(__always)
    static func seed(_ weight: Costs) -> Costs {
        unreachableCosts.replacing(with: weight, where: weight .< unreachableCosts)
    }

    @inline(__always) static var beyondCosts: Costs { Costs(repeating: 0x1p24) }

    @inline(__always)
    static func keepLess(_ costs: Costs, in best: inout Costs) {
        best.replace(with: costs, where: costs .< best)
    }

    @inline(__always)
    static func keepLess(
        _ costs: Costs, _ slots: Slots, in best: inout Costs, _ second: inout Costs,
        _ bestSlots: inout Slots
    ) {
        let isLess = costs .< best
        let greater = costs.replacing(with: best, where: isLess)
        second.replace(with: greater, where: greater .< second)
        best.replace(with: costs, where: isLess)
        bestSlots.replace(with: slots, where: isLess)
    }

    // By the signs of differences, folded by hand: comparisons outside a loop are taken apart lane
    // by lane.
    @inline(__always)
    static func isOdd(_ best: Costs, second: Costs, old: Costs) -> Bool {
        let toSecond = unsafeBitCast((second - best) - 0x1p-31, to: SIMD8<Int64>.self)
        let toOld = unsafeBitCast((best - old) + 0x1p-31, to: SIMD8<Int64>.self)
        return isNegative(toSecond | toOld)
    }

    @inline(__always) static var noSigns: Signs { Signs(repeating: 0) }

    // One sum a lane both counts and tells the place. In 16 bits, of lane L from bit 16 (L mod 2) on,
    // it begins with all ones, which is the code for no place; to add one more than a place leaves the
    // place there. The highest 16 bits begin two below their sign and count.
    @inline(__always) static var noMatches: Slots {
        matchUnit &* 0xffff | Slots(repeating: 0x7ffe << 48)
    }
    @inline(__always) static var firstMatch: Slots { matchUnit | Slots(repeating: 1 << 48) }
    @inline(__always) static func nextMatch(_ match: Slots) -> Slots { match &+ matchUnit }
    @inline(__always)
    private static var matchUnit: Slots {
        Slots(1, 0x1_0000, 1, 0x1_0000, 1, 0x1_0000, 1, 0x1_0000)
    }

    @inline(__always)
    static func match(
        _ costs: Costs, _ old: Costs, _ match: Slots, in matches: inout Slots
    ) {
        matches &+= Slots(repeating: 0).replacing(with: match, where: costs .== old)
    }

    @inline(__always)
    static func signs(ofMatches matches: Slots) -> Signs { Signs(truncatingIfNeeded: matches) }

    @inline(__always)
    static func markReached(_ costs: Costs, _ old: Costs, in signs: inout Signs) {
        signs |= Signs(repeating: 0).replacing(with: Signs(repeating: -1), where: costs .<= old)
    }

    @inline(__always) static func either(_ a: Signs, _ b: Signs) -> Signs { a | b }
    @inline(__always)
    static func isNegative(_ signs: Signs) -> Bool {
        let half = signs.lowHalf | signs.highHalf
        let quarter = half.lowHalf | half.highHalf
        return (quarter.x | quarter.y) < 0
    }

    @inline(__always) static func equal(_ a: Costs, _ b: Costs) -> Flags { a .== b }
    @inline(__always) static func less(_ a: Costs, _ b: Costs) -> Flags { a .< b }
    @inline(__always)
    static func reach(_ costs: Costs, _ other: Costs) -> Flags { costs .<= other }
    @inline(__always)
    static func only(_ costs: Costs, _ flags: Flags) -> Costs {
        unreachableCosts.replacing(with: costs, where: flags)
    }
    @inline(__always) static func or(_ a: Flags, _ b: Flags) -> Flags { a .| b }
    @inline(__always) static func and(_ a: Flags, _ b: Flags) -> Flags { a .& b }
    @inline(__always) static func isAny(_ flags: Flags) -> Bool { any(flags) }
    @inline(__always)
    static func bits(_ flags: Flags) -> UInt32 {
        var bits: UInt32 = 0
        for lane in 0..<8 where flags[lane] { bits |= 1 << UInt32(lane) }
        return bits
    }

    @inline(__always)
    static func store(_ slots: Slots, at pointer: UnsafeMutableRawPointer) {
        let low = slots.lowHalf.lowHalf | slots.lowHalf.highHalf
        let high = slots.highHalf.lowHalf | slots.highHalf.highHalf
        pointer.storeBytes(of: (low.x | low.y).littleEndian, as: UInt64.self)
        pointer.storeBytes(of: (high.x | high.y).littleEndian, toByteOffset: 8, as: UInt64.self)
    }

    @inline(__always)
    static func store(matches: Slots, at pointer: UnsafeMutableRawPointer) {
        let places = matches & (matchUnit &* 0xffff)
        let low = places.lowHalf.lowHalf | places.lowHalf.highHalf &<< 32
        let high = places.highHalf.lowHalf | places.highHalf.highHalf &<< 32
        pointer.storeBytes(of: (low.x | low.y).littleEndian, as: UInt64.self)
        pointer.storeBytes(of: (high.x | high.y).littleEndian, toByteOffset: 8, as: UInt64.self)
    }

    @inline(__always) static func storedPlace(ofLane lane: Int) -> Int { lane }

    @inline(__always)
    static func weights(_ lengthKm: UnsafePointer<Double>, hopCostKm: Double) -> Costs {
        let length = UnsafeRawPointer(lengthKm).loadUnaligned(as: Costs.self)
        let weight = length + hopCostKm
        return Costs(repeating: 0x1p24).replacing(with: weight, where: weight .< unreachableCosts)
    }

    @inline(__always)
    static func storeKm(_ costs: Costs, at pointer: UnsafeMutablePointer<Double>) {
        let km = Costs(repeating: .infinity).replacing(
            with: costs, where: costs .< unreachableCosts)
        UnsafeMutableRawPointer(pointer).storeBytes(of: km, as: Costs.self)
    }

    @inline(__always) static func km(_ cost: Double) -> Double { cost }
}
