import Foundation
import LaserMesh
import Orbits
import Scenarios

/// What the peers start from, as plain text, and the next hops that they should find.
enum PeerInputs {
    static func write(_ experiment: Experiment, into folder: String) throws {
        func write(_ data: Data, _ name: String) throws {
            try data.write(to: URL(filePath: folder).appending(path: name))
        }
        var tles = ""
        for set in experiment.constellation.elements {
            let (first, second) = try TLE.lines(of: set)
            tles += "\(first)\n\(second)\n"
        }
        try write(Data(tles.utf8), "satellites.tle")
        let (mesh, _) = experiment.mesh(atSeconds: 0)
        let lasers = mesh.links.filter { $0.kind == .laser }
        try write(
            Data(lasers.map { "\($0.a.rawValue) \($0.b.rawValue)\n" }.joined().utf8), "lasers.txt")
        let stations = experiment.stations.map { station in
            "\(station.place.latitudeDeg) \(station.place.longitudeDeg) "
                + "\(station.place.altitudeKm)\n"
        }
        try write(Data(stations.joined().utf8), "stations.txt")
        let instants = 0..<experiment.window.count
        // Julian date of each instant, in two parts.
        let dates = instants.map { index in
            let instant = experiment.instant(atSeconds: experiment.window.seconds(at: index))
            let seconds = instant.seconds(since: .j2000)
            let days = (seconds / 86_400).rounded(.down)
            return "\(days + 2_451_545) \((seconds - days * 86_400) / 86_400)\n"
        }
        try write(Data(dates.joined().utf8), "dates.txt")
        let block = ForwardBlock(experiment, instants: instants)
        try write(block.nextHop.withUnsafeBytes { Data($0) }, "next_hop.i32")
    }
}
