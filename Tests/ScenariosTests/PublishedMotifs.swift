import Foundation
import TestSupport

@testable import Scenarios

/// The study of motifs of Bhattacherjee and Singla (CoNEXT 2019): 40 x 40 satellites at 53 degrees,
/// their positions and those of 1,000 cities, and 5,000 pairs of cities.
enum PublishedMotifs {
    /// The published files as the tables that a scenario names, and the scenario.
    static func scenario(in folder: TemporaryFolder, lasers: String) throws -> Scenario {
        let prefix = "satnetwork/constellation_40_40_53deg__data_"
        func rows(_ file: String) throws -> [[Substring]] {
            try SharedData.text(file).split(whereSeparator: \.isNewline)
                .map { $0.split(separator: ",") }
        }
        var satellites = "satellite,plane,slot,latitude_deg,longitude_deg,altitude_km\n"
        for row in try rows(prefix + "sat_position__sat_positions_0.txt") {
            satellites += row.joined(separator: ",") + "\n"
        }
        var stations = "name,latitude_deg,longitude_deg\n"
        var people: [Substring: Double] = [:]
        for row in try rows("satnetwork/data_cities__cities.txt") {
            let last = row.count - 1
            stations += "c\(row[0]),\(row[last - 2]),\(row[last - 1])\n"
            people[row[0]] = Double(row[last])
        }
        var links = "station,satellite,length_km\n"
        for row in try rows(prefix + "coverage__city_coverage_0.txt") {
            links += "c\(row[0]),\(row[1]),\(row[2])\n"
        }
        var pairs = "source,destination,geodesic_km,weight\n"
        for row in try rows("satnetwork/data_cities__city_pairs_rand_5K.txt") {
            let weight = (people[row[0]] ?? .nan) * (people[row[1]] ?? .nan)
            pairs += "c\(row[0]),c\(row[1]),\(row[2]),\(weight)\n"
        }
        try folder.write(satellites, to: "satellites.csv")
        try folder.write(stations, to: "stations.csv")
        try folder.write(links, to: "links.csv")
        try folder.write(pairs, to: "pairs.csv")
        let text = """
            constellation: { positions: { file: satellites.csv } }
            lasers: { \(lasers), grazing_altitude_km: -6000 }
            ground:
              stations: { file: stations.csv }
              links: { file: links.csv }
              earth: sphere
            pairs: { file: pairs.csv }
            """
        return try Scenario(text: text, file: folder.path("motifs.yaml"))
    }
}
