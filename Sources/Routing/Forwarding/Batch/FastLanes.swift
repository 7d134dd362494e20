/// Sixteen instants of costs in whole steps of 2⁻¹³ km (12.2 cm).
///
/// A weight errs by half a step at most, 6.1 cm a hop. Costs from 2³⁰ − 1 steps (131,072 km) on
/// count as unreachable. Signed integers, since the base instruction set of x86-64 compares no
/// others.
enum FastLanes: LaneArithmetic {
    typealias Costs = SIMD16<Int32>
    typealias Flags = SIMDMask<SIMD16<Int32>>
    typealias Signs = SIMD16<Int32>
    typealias Slots = SIMD16<UInt32>

    static var width: Int { 16 }
    static var unreachable: Int32 { 0x3fff_ffff }
    static var stepsPerKm: Double { 8_192 }

    @inline(__always) static var unreachableCosts: Costs { Costs(repeating: 0x3fff_ffff) }
    @inline(__always) static var zeroCosts: Costs { Costs(repeating: 0) }
    @inline(__always) static var noFlags: Flags { Flags(repeating: false) }

    // Lane L and lane L + 8 share 32 bits.
    @inline(__always) static var noSlots: Slots { unit &* 0xffff }
    @inline(__always) static var firstSlots: Slots { Slots(repeating: 0) }
    @inline(__always)
    private static var unit: Slots {
        Slots(
            lowHalf: SIMD8<UInt32>(repeating: 1), highHalf: SIMD8<UInt32>(repeating: 0x1_0000))
    }
    @inline(__always) static func next(_ slots: Slots) -> Slots { slots &+ unit }

    @inline(__always) static func sum(_ a: Costs, _ b: Costs) -> Costs { a &+ b }
    @inline(__always) static func sum(_ a: Int32, _ b: Int32) -> Int32 { a &+ b }

    @inline(__always)
    static func seed(_ weight: Costs) -> Costs {
        unreachableCosts.replacing(with: weight, where: weight .< unreachableCosts)
    }

    @inline(__always) static var beyondCosts: Costs { Costs(repeating: .max) }

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
        isNegative((second &- best &- 1) | (best &- old))
    }

    @inline(__always) static var noSigns: Signs { Signs(repeating: 0) }

    // One sum a lane both counts and tells the place. The lower 16 bits begin with all ones, which is
    // the code for no place; to add one more than a place leaves the place there, and the first time
    // a carry. The upper 16 bits begin three below their sign, count, and take the carry.
    @inline(__always) static var noMatches: Slots { Slots(repeating: 0x7ffd_ffff) }
    @inline(__always) static var firstMatch: Slots { Slots(repeating: 0x1_0001) }
    @inline(__always) static func nextMatch(_ match: Slots) -> Slots { match &+ 1 }

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
        signs |= costs &- old &- 1
    }

    @inline(__always) static func either(_ a: Signs, _ b: Signs) -> Signs { a | b }
    @inline(__always)
    static func isNegative(_ signs: Signs) -> Bool {
        let half = signs.lowHalf | signs.highHalf
        let quarter = half.lowHalf | half.highHalf
        let eighth = quarter.lowHalf | quarter.highHalf
        return (eighth.x | eighth.y) < 0
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
        for lane in 0..<16 where flags[lane] { bits |= 1 << UInt32(lane) }
        return bits
    }

    @inline(__always)
    static func store(_ slots: Slots, at pointer: UnsafeMutableRawPointer) {
        pointer.storeBytes(of: slots.lowHalf | slots.highHalf, as: SIMD8<UInt32>.self)
    }

    @inline(__always)
    static func store(matches: Slots, at pointer: UnsafeMutableRawPointer) {
        pointer.storeBytes(
            of: matches.lowHalf & 0xffff | matches.highHalf &<< 16, as: SIMD8<UInt32>.self)
    }

    @inline(__always)
    static func storedPlace(ofLane lane: Int) -> Int {
        #if _endian(little)
            2 * (lane & 7) + lane >> 3
        #else
            2 * (lane & 7) + 1 - lane >> 3
        #endif
    }

    @inline(__always)
    static func weights(_ lengthKm: UnsafePointer<Double>, hopCostKm: Double) -> Costs {
        let raw = UnsafeRawPointer(lengthKm)
        return Costs(
            lowHalf: steps(raw.loadUnaligned(as: SIMD8<Double>.self), hopCostKm),
            highHalf: steps(
                raw.loadUnaligned(fromByteOffset: 64, as: SIMD8<Double>.self), hopCostKm))
    }

    /// The nearest whole numbers; 2³⁰ where the link is down or too long.
    @inline(__always)
    private static func steps(_ lengthKm: SIMD8<Double>, _ hopCostKm: Double) -> SIMD8<Int32> {
        let steps = (lengthKm + hopCostKm) * stepsPerKm
        let down = SIMD8<Double>(repeating: 0x1p30)
        // Adding 1.5 · 2⁵² leaves the whole number in the low bits.
        let shifted = down.replacing(with: steps, where: steps .< 0x1p30 - 2) + 0x1.8p52
        return SIMD8<Int32>(truncatingIfNeeded: unsafeBitCast(shifted, to: SIMD8<Int64>.self))
    }

    @inline(__always)
    static func storeKm(_ costs: Costs, at pointer: UnsafeMutablePointer<Double>) {
        let raw = UnsafeMutableRawPointer(pointer)
        raw.storeBytes(of: km(costs.lowHalf), as: SIMD8<Double>.self)
        raw.storeBytes(of: km(costs.highHalf), toByteOffset: 64, as: SIMD8<Double>.self)
    }

    @inline(__always)
    private static func km(_ costs: SIMD8<Int32>) -> SIMD8<Double> {
        let steps = SIMD8<Double>(costs)
        return SIMD8<Double>(repeating: .infinity).replacing(
            with: steps / stepsPerKm, where: steps .< Double(unreachable))
    }

    @inline(__always) static func km(_ cost: Int32) -> Double { Double(cost) / stepsPerKm }
}
