import TestSupport
import Testing

@testable import LaserMesh

@Suite struct RadixSortTests {
    @Test(arguments: [0, 1, 2, 17, 300, 5_000])
    func `keys are in order, and equal ones keep theirs`(count: Int) {
        var random = SeededGenerator(seed: UInt64(count))
        var spare: [(key: UInt64, place: Int)] = []
        for bits in [1, 4, 11, 12, 23, 44, 64] {
            let mask = bits == 64 ? UInt64.max : (1 << UInt64(bits)) - 1
            var elements = (0..<count).map { (key: random.next() & mask, place: $0) }
            let expected = elements.sorted { ($0.key, $0.place) < ($1.key, $1.place) }
            RadixSort.sort(&elements, spare: &spare) { $0.key }
            #expect(elements.map(\.place) == expected.map(\.place))
        }
    }
}
