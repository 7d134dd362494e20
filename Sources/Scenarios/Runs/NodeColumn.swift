import Orbits

/// Numbers of nodes, or -1 for none, in as many bits as the number of nodes asks for.
///
/// Sixteen bits take half as long to fill, to move and to compress as 32.
struct NodeColumn: Sendable {
    /// The numbers in 16 bits; empty where they have 32.
    private(set) var short: [Int16] = []

    /// The numbers in 32 bits; empty where they have 16.
    private(set) var long: [Int32] = []

    /// Whether the numbers have 16 bits.
    let isShort: Bool

    /// Creates an empty column for the numbers of so many nodes.
    init(nodes: Int) { isShort = nodes <= Int(Int16.max) }

    /// The number of entries.
    var count: Int { isShort ? short.count : long.count }

    /// All numbers.
    var values: [Int32] { isShort ? short.map { Int32($0) } : long }

    /// The number at a place.
    subscript(place: Int) -> Int32 { isShort ? Int32(short[place]) : long[place] }

    /// Appends a number.
    mutating func append(_ number: Int32) {
        if isShort { short.append(Int16(number)) } else { long.append(number) }
    }

    /// Takes that many entries, each of them to be written before it is read.
    mutating func resize(to count: Int) {
        if isShort { short.resize(to: count, 0) } else { long.resize(to: count, 0) }
    }

    /// Lets one of two closures write the numbers.
    mutating func write(
        short writeShort: (inout [Int16]) -> Void, long writeLong: (inout [Int32]) -> Void
    ) {
        if isShort { writeShort(&short) } else { writeLong(&long) }
    }
}
