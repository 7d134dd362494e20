/// What a token, and a synchronised terabyte, cost by declared unit costs.
///
/// | figure | formula |
/// |---|---|
/// | satellite a year | (build + mass · launch) / life |
/// | site in orbit a year | its satellites, its processors over their life, a share of operations |
/// | site on the ground a year | processors · hours · price (an edge times a premium), and power |
/// | mesh a year | share · (satellites a year + operations) + gateways / their life |
/// | fibre a year | a leased wavelength a site |
///
/// All plain sums without interest; what is delivered is that of the simulated network.
public struct CostModel: Sendable {
    /// The items that the formulas use.
    public enum Item: String, Sendable, CaseIterable {
        case launch = "launch_usd_per_kg"
        case satelliteMass = "satellite_mass_kg"
        case satelliteBuild = "satellite_build_usd"
        case satelliteLife = "satellite_life_years"
        case computeSatelliteBuild = "compute_satellite_build_usd"
        case operations = "operations_usd_per_year"
        case gateway = "gateway_usd"
        case gatewayLife = "gateway_life_years"
        case processorHour = "processor_usd_per_hour"
        case orbitProcessor = "orbit_processor_usd"
        case edgePremium = "edge_premium"
        case egress = "egress_usd_per_gb"
        case wavelength = "wavelength_usd_per_month"
        case power = "power_usd_per_kwh"
    }

    /// The value of each item.
    public var values: [Item: Double]

    /// Creates a model; every item has a value.
    public init(values: [Item: Double]) {
        precondition(Item.allCases.allSatisfy { values[$0] != nil })
        self.values = values
    }

    /// The value of an item.
    public subscript(item: Item) -> Double { values[item] ?? .nan }

    /// Hours of a year.
    public static let hoursPerYear = 8_766.0

    /// Bytes of a token of an answer, as text.
    public static let bytesPerToken = 4.0

    /// A satellite without compute over its life [USD/year].
    public var satellitePerYear: Double {
        (self[.satelliteBuild] + self[.satelliteMass] * self[.launch]) / self[.satelliteLife]
    }

    /// A site in orbit [USD/year].
    ///
    /// - Parameters:
    ///   - satellites: How many fly together.
    ///   - processors: Processors in all.
    ///   - share: The part of the operations that it bears.
    public func orbitPerYear(satellites: Double, processors: Double, share: Double) -> Double {
        let satellite =
            (self[.computeSatelliteBuild] + self[.satelliteMass] * self[.launch])
            / self[.satelliteLife]
        return satellites * satellite
            + processors * self[.orbitProcessor] / self[.satelliteLife]
            + share * self[.operations]
    }

    /// A site on the ground [USD/year].
    ///
    /// - Parameters:
    ///   - processors: Processors in all.
    ///   - powerKW: What it takes beside what the price of processors includes [kW].
    ///   - isEdge: Whether it stands near users and costs more.
    public func groundPerYear(processors: Double, powerKW: Double, isEdge: Bool) -> Double {
        let rent = processors * self[.processorHour] * Self.hoursPerYear
        let power = powerKW * Self.hoursPerYear * self[.power]
        return (isEdge ? self[.edgePremium] : 1) * rent + power
    }

    /// A mesh, as far as data centres bear it [USD/year].
    public func meshPerYear(satellites: Double, gateways: Double, share: Double) -> Double {
        share
            * (satellites * satellitePerYear + self[.operations]
                + gateways * self[.gateway] / self[.gatewayLife])
    }

    /// Fibre between sites [USD/year].
    public func fibrePerYear(sites: Double) -> Double { 12 * self[.wavelength] * sites }

    /// What answers cost to send from a region [USD/year].
    public func egressPerYear(tokensPerS: Double) -> Double {
        tokensPerS * 3_600 * Self.hoursPerYear * Self.bytesPerToken / 1e9 * self[.egress]
    }
}
