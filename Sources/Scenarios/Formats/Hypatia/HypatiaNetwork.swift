import Foundation
import LaserMesh
import Orbits

/// The files of a network in Hypatia's form that do not change in time: `tles.txt`,
/// `ground_stations.txt`, `isls.txt`, `gsl_interfaces_info.txt` and `description.txt`.
struct HypatiaNetwork {
    /// The lasers in the order of `isls.txt`, which numbers their interfaces.
    let lasers: [LaserLink]

    private let experiment: Experiment
    private let algorithm: HypatiaAlgorithm

    /// Checks that the files can hold a scenario.
    ///
    /// - Throws: ``ExchangeError/cannotSay(form:found:expected:)``.
    init(_ experiment: Experiment, _ algorithm: HypatiaAlgorithm) throws(ExchangeError) {
        self.experiment = experiment
        self.algorithm = algorithm
        guard let list = experiment.builder.topology as? LinkList else {
            throw .cannotSay(
                form: .hypatia,
                found: "lasers that change in time",
                expected: "one set for the whole run, as of plus-grid or ring")
        }
        lasers = list.links
        guard !experiment.stations.isEmpty else {
            throw .cannotSay(
                form: .hypatia, found: "no ground station", expected: "at least one")
        }
        let elements = experiment.constellation.elements
        guard !elements.isEmpty else {
            throw .cannotSay(
                form: .hypatia, found: "positions that are given", expected: "element sets")
        }
        guard elements.allSatisfy({ $0.epoch == experiment.epoch }) else {
            throw .cannotSay(
                form: .hypatia,
                found: "element sets of several epochs",
                expected: "one epoch, that of the scenario, for all")
        }
        if let station = experiment.stations.first(where: { $0.name.contains(",") }) {
            throw .cannotSay(
                form: .hypatia,
                found: "a station named '\(station.name)'", expected: "a name without a comma")
        }
    }

    /// Satellites and their element sets, three lines each after one with planes and slots.
    func elementText() throws -> String {
        let shell = experiment.shells.count == 1 ? experiment.shells[0] : nil
        let count = experiment.constellation.count
        var text = "\(shell?.planes ?? 1) \(shell?.slots ?? count)\n"
        for (index, set) in experiment.constellation.elements.enumerated() {
            let name = experiment.satelliteNames[index].replacing(" ", with: "_")
            let lines = try TLE.lines(of: set)
            text += "\(name) \(index)\n\(lines.0)\n\(lines.1)\n"
        }
        return text
    }

    /// The stations: number, name, latitude and longitude [deg], altitude [m], and place in the
    /// Earth-fixed frame [m].
    func stationText() -> String {
        let rows = experiment.stations.enumerated().map { index, station in
            let place = station.place
            let position = experiment.builder.observers[index].position.km * 1_000
            let numbers = [
                place.latitudeDeg, place.longitudeDeg, place.altitudeKm * 1_000, position.x,
                position.y, position.z,
            ].map(Self.fixed)
            return "\(index),\(station.name),\(numbers.joined(separator: ","))\n"
        }
        return rows.joined()
    }

    /// The lasers, a pair of satellites a line.
    func laserText() -> String {
        lasers.map { "\($0.a) \($0.b)\n" }.joined()
    }

    /// For each node its number, how many radio interfaces it has, and their bandwidth together.
    func interfaceText() -> String {
        let satellites = experiment.constellation.count
        let each = algorithm.hasInterfacePerStation ? experiment.stations.count : 1
        return (0..<experiment.nodeCount).map { node in
            "\(node),\(node < satellites ? each : 1),1.000000\n"
        }.joined()
    }

    /// The greatest lengths of links [m].
    func descriptionText() -> String {
        String(
            format: "max_gsl_length_m=%.10f\nmax_isl_length_m=%.10f\n", greatestRadioKm * 1_000,
            greatestLaserKm * 1_000)
    }

    private var greatestRadiusKm: Double {
        experiment.constellation.elements.map { set in
            let motion = set.meanMotionRadPerMin / 60
            let mu = experiment.scenario.constellation.gravity.muKm3PerS2
            return cbrt(mu / (motion * motion)) * (1 + set.eccentricity)
        }.max() ?? 0
    }

    /// The cap on the slant range, or the range at the least elevation.
    private var greatestRadioKm: Double {
        let rules = experiment.builder.groundRules
        guard !rules.maxSlantRangeKm.isFinite else { return rules.maxSlantRangeKm }
        let earthKm = experiment.scenario.ground.earth.ellipsoid.equatorialRadiusKm
        let (r, sine) = (greatestRadiusKm, max(-1, rules.leastSine))
        let square = r * r - earthKm * earthKm * (1 - sine * sine)
        return square > 0 ? square.squareRoot() - earthKm * sine : 0
    }

    /// The cap on lasers, or the longest line that clears the grazing altitude.
    private var greatestLaserKm: Double {
        let rules = experiment.builder.laserRules
        guard !rules.maxRangeKm.isFinite else { return rules.maxRangeKm }
        let grazing = rules.clearance.ellipsoid.equatorialRadiusKm + rules.grazingAltitudeKm
        return 2 * max(0, greatestRadiusKm * greatestRadiusKm - grazing * grazing).squareRoot()
    }

    private static func fixed(_ value: Double) -> String { String(format: "%f", value) }
}
