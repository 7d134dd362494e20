import Numerics
import Testing

@Suite struct StatisticsTests {
    @Test func agreesWithNumPy() throws {
        let fixture = try Fixture.read().statistics
        let sample = try Statistics(fixture.values)
        #expect(sample.count == 101)
        #expect(sample.minimum == fixture.quantiles[0])
        #expect(sample.maximum == fixture.quantiles[fixture.quantiles.count - 1])
        #expect(abs(sample.mean - fixture.mean) < 1e-13)
        #expect(abs(sample.variance / fixture.variance - 1) < 1e-13)
        #expect(abs(sample.standardDeviation - fixture.variance.squareRoot()) < 1e-12)
        for (fraction, expected) in zip(fixture.fractions, fixture.quantiles) {
            #expect(abs(sample.quantile(fraction) - expected) < 1e-12)
        }
        #expect(sample.median == sample.quantile(0.5))

        let histogram = Histogram(of: fixture.values, in: 5...75, binCount: 7)
        #expect(histogram.counts == fixture.histogram)
        #expect(histogram.edges == fixture.edges)
        let outside = histogram.belowCount + histogram.aboveCount
        #expect(histogram.counts.reduce(0, +) + outside == 101)
        #expect(outside > 0)
    }

    @Test func describesSmallSamples() throws {
        let one = try Statistics([3])
        #expect(one.mean == 3 && one.median == 3 && one.quantile(0.9) == 3)
        #expect(one.variance.isNaN && one.standardDeviation.isNaN)
        let four = try Statistics([4, 1, 3, 2])
        #expect(four.sorted == [1, 2, 3, 4])
        #expect(four.median == 2.5)
        #expect(four.quantile(0.25) == 1.75)
        #expect(abs(four.variance - 5.0 / 3) < 1e-15)
    }

    @Test func keepsPrecisionFarFromZero() throws {
        // The sum of squares would lose all digits of this variance.
        let sample = try Statistics([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16])
        #expect(sample.variance == 30)
    }

    @Test func countsTheFractionAtMostAValue() throws {
        let sample = try Statistics([1, 2, 2, 3])
        #expect(sample.fraction(atMost: 0.5) == 0)
        #expect(sample.fraction(atMost: 1) == 0.25)
        #expect(sample.fraction(atMost: 2) == 0.75)
        #expect(sample.fraction(atMost: 2.5) == 0.75)
        #expect(sample.fraction(atMost: .infinity) == 1)
    }

    @Test func refusesWhatIsNoNumberOrSaysHowManyItLeftOut() throws {
        #expect(throws: GSLError.inputNotFinite(index: 1)) { try Statistics([1, .nan, 2]) }
        #expect(throws: GSLError.inputNotFinite(index: 0)) { try Statistics([-.infinity]) }
        #expect(throws: GSLError.tooFewPoints(found: 0, needed: 1)) { try Statistics([Double]()) }
        #expect(throws: GSLError.tooFewPoints(found: 0, needed: 1)) {
            try Statistics(finiteOf: [.nan, .nan])
        }
        let series = try Statistics(finiteOf: [.nan, 5, .infinity, 7])
        #expect(series.omittedCount == 2)
        #expect(series.mean == 6)
        #expect(try Statistics([5, 7]).omittedCount == 0)
    }

    @Test func putsEdgesIntoTheUpperBin() {
        let histogram = Histogram(
            of: [0, 0.1, 0.2, 0.30000000000000004, 0.3, 0.5, 1, -0.1, 1.5, .nan], in: 0...1,
            binCount: 10)
        #expect(histogram.counts == [1, 1, 1, 2, 0, 1, 0, 0, 0, 1])
        #expect(histogram.belowCount == 1)
        #expect(histogram.aboveCount == 1)
        #expect(histogram.nanCount == 1)
    }
}
