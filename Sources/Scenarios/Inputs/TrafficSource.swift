import Foundation
import LaserMesh
import Orbits
import Results
import Routing

/// The traffic matrix of a scenario: by gravity, or from a table.
struct TrafficSource {
    private let keys: TrafficKeys
    private let satellites: [String]
    private let stations: [GroundStation]

    init(_ keys: TrafficKeys, satellites: [String], stations: [GroundStation]) {
        self.keys = keys
        self.satellites = satellites
        self.stations = stations
    }

    /// The demands, in the order of the stations or of the table.
    func matrix(
        on ellipsoid: Ellipsoid, _ files: inout InputFiles
    ) throws -> TrafficMatrix {
        switch keys {
        case .gravity(let gravity): try matrix(gravity, on: ellipsoid)
        case .file(let file, _): try matrix(file, &files)
        }
    }

    private func matrix(
        _ gravity: TrafficKeys.Gravity, on ellipsoid: Ellipsoid
    ) throws(ScenarioError) -> TrafficMatrix {
        var masses: [Double] = []
        for station in stations {
            guard let population = station.population else {
                throw .wrongValue(
                    place: gravity.place,
                    found: "the station '\(station.name)' without a population",
                    expected: "a population of every station, by a column or a key of that name")
            }
            masses.append(population)
        }
        let inhabited = masses.count { $0 > 0 }
        guard inhabited >= 2 else {
            throw .wrongValue(
                place: gravity.place, found: "\(inhabited) stations with people",
                expected: "at least two, between which there is traffic")
        }
        let nodes = stations.indices.map { NodeID(satellites.count + $0) }
        let matrix = TrafficMatrix.gravity(
            among: nodes, masses: masses, totalGbps: gravity.totalGbps
        ) { i, j in
            guard gravity.distanceExponent > 0 else { return 1 }
            let distance = ellipsoid.greatCircleKm(from: stations[i].place, to: stations[j].place)
            // Two stations in one place are a kilometre apart, lest they draw all traffic.
            return pow(max(1, distance), -gravity.distanceExponent)
        }
        return gravity.largest > 0 ? matrix.largest(gravity.largest) : matrix
    }

    private func matrix(_ file: String, _ files: inout InputFiles) throws -> TrafficMatrix {
        let path = files.path(file)
        let table = try CSVTable(bytes: files.bytes(file), file: path)
        let sources = try table.strings("source")
        let destinations = try table.strings("destination")
        let rates = try table.doubles("gbps")
        let nodes = NodeNames(satellites: satellites, stations: stations).nodes
        var demands: [Demand] = []
        var seen: Set<NodePair> = []
        for row in rates.indices {
            func wrong(_ found: String, _ expected: String) -> ScenarioError {
                .wrongRow(
                    file: path, line: table.line(ofRow: row), found: found, expected: expected)
            }
            func node(_ name: String) throws -> NodeID {
                guard let node = nodes[name] else {
                    throw wrong("'\(name)'", NodeNames.expected(for: name, among: stations))
                }
                return node
            }
            let pair = NodePair(
                source: try node(sources[row]), destination: try node(destinations[row]))
            guard pair.source != pair.destination else {
                throw wrong("'\(sources[row])' twice", "two different nodes")
            }
            guard rates[row] >= 0, rates[row] <= 1e12 else {
                throw table.badCell(row: row, column: "gbps", expected: "Gbps from 0 to 1e12")
            }
            guard seen.insert(pair).inserted else {
                throw wrong(
                    "a second demand from '\(sources[row])' to '\(destinations[row])'",
                    "each pair once")
            }
            demands.append(Demand(pair, gbps: rates[row]))
        }
        return TrafficMatrix(demands)
    }
}
