import DataCenters
import Testing

@Suite struct WeightedDistributionTests {
    @Test func `weights count, and what is out of reach does not`() {
        var distribution = WeightedDistribution()
        #expect(distribution.reachedShare.isNaN && distribution.quantiles([0.5])[0].isNaN)
        distribution.add(10, weight: 1)
        distribution.add(20, weight: 3)
        distribution.add(.infinity, weight: 4)
        distribution.add(.nan, weight: 2)
        #expect(distribution.reachedShare == 0.4 && distribution.mean == 17.5)
        #expect(distribution.quantiles([0, 0.25, 0.26, 1]) == [10, 10, 20, 20])
        #expect(distribution.share(within: 15) == 0.1)
    }
}
