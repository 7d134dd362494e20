/// What the batch engine does with the costs of one node at several instants, one a lane.
///
/// The witnesses are concrete SIMD operations that are always inlined: the engine, generic over
/// this protocol, is then as fast as one written for each type. Comparisons come as replacements
/// under a mask, which become single instructions.
protocol LaneArithmetic {
    /// Costs at all lanes.
    associatedtype Costs: BitwiseCopyable
    /// One flag a lane.
    associatedtype Flags
    /// Places in a row, one a lane, each shifted to where it is stored.
    associatedtype Slots: BitwiseCopyable
    /// A number in each lane whose sign tells something.
    associatedtype Signs
    /// The cost in one lane.
    associatedtype Cost: Comparable

    /// The number of lanes.
    static var width: Int { get }

    /// More than any cost; the sum of it and of any weight is neither less than it nor wraps.
    static var unreachable: Cost { get }

    /// Costs of nodes that cannot be reached.
    static var unreachableCosts: Costs { get }

    static var zeroCosts: Costs { get }
    static var noFlags: Flags { get }

    /// The code for no place.
    static var noSlots: Slots { get }
    static var firstSlots: Slots { get }
    static func next(_ slots: Slots) -> Slots

    static func sum(_ a: Costs, _ b: Costs) -> Costs
    static func sum(_ a: Cost, _ b: Cost) -> Cost

    /// The costs of a node beside the destination: the weight, or unreachable where the link is down.
    static func seed(_ weight: Costs) -> Costs

    /// More than any cost that is less than unreachable, and not equal to that.
    static var beyondCosts: Costs { get }

    static func keepLess(_ costs: Costs, in best: inout Costs)

    /// Keeps the least costs with their places, and the second least.
    static func keepLess(
        _ costs: Costs, _ slots: Slots, in best: inout Costs, _ second: inout Costs,
        _ bestSlots: inout Slots)

    /// Whether in any lane the second least costs are the least, or those are less than before.
    static func isOdd(_ best: Costs, second: Costs, old: Costs) -> Bool

    static var noSigns: Signs { get }

    /// No way that costs what a node costs, in any lane.
    static var noMatches: Slots { get }

    /// What a way at the first place of a row adds to the matches, and at the next one.
    static var firstMatch: Slots { get }
    static func nextMatch(_ match: Slots) -> Slots

    /// Adds a match in those lanes in which a way costs what a node costs.
    static func match(
        _ costs: Costs, _ old: Costs, _ match: Slots, in matches: inout Slots)

    /// Numbers that are negative in lanes in which there was more than one match.
    static func signs(ofMatches matches: Slots) -> Signs

    /// Makes lanes negative in which a way costs no more than what a node costs.
    static func markReached(_ costs: Costs, _ old: Costs, in signs: inout Signs)

    /// Negative where either is.
    static func either(_ a: Signs, _ b: Signs) -> Signs

    /// Whether any lane is negative.
    static func isNegative(_ signs: Signs) -> Bool

    static func equal(_ a: Costs, _ b: Costs) -> Flags
    static func less(_ a: Costs, _ b: Costs) -> Flags

    static func reach(_ costs: Costs, _ other: Costs) -> Flags

    /// The costs where the flags are set, unreachable elsewhere.
    static func only(_ costs: Costs, _ flags: Flags) -> Costs
    static func or(_ a: Flags, _ b: Flags) -> Flags
    static func and(_ a: Flags, _ b: Flags) -> Flags
    static func isAny(_ flags: Flags) -> Bool
    static func bits(_ flags: Flags) -> UInt32

    /// Stores ``width`` 16-bit places.
    static func store(_ slots: Slots, at pointer: UnsafeMutableRawPointer)

    /// Stores the places of single matches, and the code for no place where there was none.
    static func store(matches: Slots, at pointer: UnsafeMutableRawPointer)

    /// Where ``store(_:at:)`` puts a lane.
    static func storedPlace(ofLane lane: Int) -> Int

    /// The weights of a link from its lengths [km], infinite where it is down, and a hop's cost.
    static func weights(_ lengthKm: UnsafePointer<Double>, hopCostKm: Double) -> Costs

    /// Stores ``width`` costs [km], infinite for those out of reach.
    static func storeKm(_ costs: Costs, at pointer: UnsafeMutablePointer<Double>)
    static func km(_ cost: Cost) -> Double
}
