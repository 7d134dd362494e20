import DataCenters
import Testing

@Suite struct CostModelTests {
    private let model: CostModel = {
        var values: [CostModel.Item: Double] = [:]
        for item in CostModel.Item.allCases { values[item] = 1 }
        values[.satelliteBuild] = 800_000
        values[.satelliteMass] = 575
        values[.launch] = 3_600
        values[.satelliteLife] = 5
        values[.computeSatelliteBuild] = 2_500_000
        values[.operations] = 5_000_000
        values[.processorHour] = 2.35
        values[.edgePremium] = 1.5
        values[.power] = 0.08
        values[.wavelength] = 15_000
        values[.gateway] = 1_250_000
        values[.gatewayLife] = 10
        values[.orbitProcessor] = 30_000
        values[.egress] = 0.05
        return CostModel(values: values)
    }()

    /// The launch of Suncatcher's table 1 (arXiv 2511.19468), a year and kilowatt of the 28 kW of a v2 mini.
    @Test func `a satellite a year is its build and its launch`() {
        let launch = LaunchedPower(massKg: 575, powerKW: 28, lifeYears: 5)
            .costPerKWYear(pricePerKg: 3_600)
        #expect(abs(model.satellitePerYear - (160_000 + 28 * launch)) < 1e-6)
        #expect(abs(launch / 14_700 - 1) < 0.015)
    }

    @Test func `sites and networks are plain sums`() {
        let orbit = model.orbitPerYear(satellites: 2, processors: 10, share: 0.1)
        #expect(abs(orbit - (2 * (500_000 + 414_000) + 10 * 6_000 + 500_000)) < 1e-6)
        let region = model.groundPerYear(processors: 10, powerKW: 100, isEdge: false)
        let edge = model.groundPerYear(processors: 10, powerKW: 100, isEdge: true)
        #expect(abs(region - 8_766 * (23.5 + 8)) < 1e-6)
        #expect(abs(edge - region - 8_766 * 11.75) < 1e-6)
        let mesh = model.meshPerYear(satellites: 100, gateways: 8, share: 0.01)
        #expect(abs(mesh - 0.01 * (57_400_000 + 5_000_000 + 1_000_000)) < 1e-6)
        #expect(model.fibrePerYear(sites: 3) == 540_000)
        #expect(abs(model.egressPerYear(tokensPerS: 1e6) - 8_766 * 3_600 * 4e6 / 1e9 * 0.05) < 1e-6)
    }
}
