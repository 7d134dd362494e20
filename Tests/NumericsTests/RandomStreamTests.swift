import Numerics
import Testing

@Suite struct RandomStreamTests {
    @Test func givesThePublishedNumbers() throws {
        // The first of mt19937ar.out, for the key 0x123, 0x234, 0x345, 0x456.
        let published: [UInt64] = [
            1_067_595_299, 955_945_823, 477_289_528, 4_107_218_783, 4_228_976_476, 3_344_332_714,
        ]
        let random = try RandomStream(seed: 0x234_0000_0123, stream: 0x456_0000_0345)
        for pair in 0..<3 {
            #expect(random.next() == published[2 * pair] << 32 | published[2 * pair + 1])
        }
    }

    @Test func agreesWithNumPy() throws {
        let cases = try Fixture.read().random
        #expect(cases.count == 4)
        for expected in cases {
            let seed = try #require(UInt64(expected.seed))
            let stream = try #require(UInt64(expected.stream))
            let bits = try RandomStream(seed: seed, stream: stream)
            #expect(bits.seed == seed && bits.stream == stream)
            for pair in 0..<4 {
                #expect(
                    bits.next() == expected.words[2 * pair] << 32 | expected.words[2 * pair + 1])
            }
            let random = try RandomStream(seed: seed, stream: stream)
            let drawn = (0..<1_000).map { _ in random.uniform() }
            #expect([drawn[0], drawn[1], drawn[2], drawn[999]] == expected.uniform)
        }
    }

    @Test func separatesItsStreams() throws {
        var firsts: Set<UInt64> = []
        for seed in 0..<4 as Range<UInt64> {
            for stream in 0..<1_000 as Range<UInt64> {
                firsts.insert(try RandomStream(seed: seed, stream: stream).next())
            }
        }
        #expect(firsts.count == 4_000)
        let plain = try RandomStream(seed: 5)
        let again = try RandomStream(seed: 5, stream: 0)
        #expect((0..<100).map { _ in plain.next() } == (0..<100).map { _ in again.next() })
    }

    @Test func showsNoCorrelationBetweenNeighbouringStreams() throws {
        let count = 20_000
        let first = try RandomStream(seed: 9, stream: 1)
        let second = try RandomStream(seed: 9, stream: 2)
        var sum = 0.0
        for _ in 0..<count { sum += (first.uniform() - 0.5) * (second.uniform() - 0.5) }
        // Twelve times the mean has a standard deviation of 1/√n; five of them.
        #expect(abs(12 * sum / Double(count)) < 5 / Double(count).squareRoot())
    }

    @Test func drawsNormalNumbers() throws {
        let random = try RandomStream(seed: 1)
        let sample = try Statistics((0..<50_000).map { _ in random.gaussian() })
        #expect(abs(sample.mean) < 5 / 50_000.0.squareRoot())
        #expect(abs(sample.variance - 1) < 5 * (2 / 50_000.0).squareRoot())
        // Φ at −2, −1, 0, 1 and 2.
        for (x, probability) in [
            (-2.0, 0.0227501319), (-1.0, 0.1586552539), (0.0, 0.5), (1.0, 0.8413447461),
            (2.0, 0.9772498681),
        ] {
            #expect(abs(sample.fraction(atMost: x) - probability) < 5 * 0.5 / 50_000.0.squareRoot())
        }
        let shifted = try Statistics(
            (0..<50_000).map { _ in random.gaussian(mean: 10, standardDeviation: 3) })
        #expect(abs(shifted.mean - 10) < 5 * 3 / 50_000.0.squareRoot())
        #expect(abs(shifted.standardDeviation - 3) < 0.05)
    }

    @Test func drawsExponentialWaits() throws {
        let random = try RandomStream(seed: 2)
        let sample = try Statistics((0..<50_000).map { _ in random.exponential(mean: 4) })
        #expect(sample.minimum >= 0)
        #expect(abs(sample.mean - 4) < 5 * 4 / 50_000.0.squareRoot())
        // Half of the waits are shorter than the mean times ln 2.
        #expect(abs(sample.fraction(atMost: 4 * 0.693147180559945) - 0.5) < 0.012)
    }

    @Test func drawsWholeNumbersEvenly() throws {
        let random = try RandomStream(seed: 3)
        var counts = [Int](repeating: 0, count: 7)
        for _ in 0..<70_000 { counts[random.integer(below: 7)] += 1 }
        let chiSquare = counts.reduce(0) { $0 + Double(($1 - 10_000) * ($1 - 10_000)) / 10_000 }
        // The 99.99 % point of six degrees of freedom.
        #expect(chiSquare < 27.86)
        #expect((0..<100).allSatisfy { _ in random.integer(below: 1) == 0 })
        // Three quarters of 2⁶³ is where a careless remainder is plain to see.
        let bound = 3 << 61
        let halves = (0..<20_000).filter { _ in random.integer(below: bound) < bound / 2 }.count
        #expect(abs(halves - 10_000) < 5 * 71)
    }

    @Test func drawsInsideARange() throws {
        let random = try RandomStream(seed: 4)
        let sample = try Statistics((0..<10_000).map { _ in random.uniform(in: -3..<5) })
        #expect(sample.minimum >= -3 && sample.maximum < 5)
        #expect(abs(sample.mean - 1) < 5 * 8 / (12 * 10_000.0).squareRoot())
        let narrow = 1..<1.0.nextUp
        #expect((0..<100).allSatisfy { _ in random.uniform(in: narrow) == 1 })
    }

    @Test func shufflesEveryOrderAlike() throws {
        let random = try RandomStream(seed: 5)
        var counts: [[Int]: Int] = [:]
        for _ in 0..<24_000 { counts[random.shuffled(0..<4), default: 0] += 1 }
        #expect(counts.count == 24)
        #expect(counts.keys.allSatisfy { $0.sorted() == [0, 1, 2, 3] })
        let chiSquare = counts.values.reduce(0) { $0 + Double(($1 - 1_000) * ($1 - 1_000)) / 1_000 }
        // The 99.99 % point of 23 degrees of freedom.
        #expect(chiSquare < 55.0)
        #expect(random.shuffled([Int]()).isEmpty)
    }

    @Test func worksWithTheStandardLibrary() throws {
        var random = try RandomStream(seed: 6)
        let value = Double.random(in: 0..<1, using: &random)
        #expect((0..<1).contains(value))
    }
}
