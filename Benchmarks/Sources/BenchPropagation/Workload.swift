import ElementFiles
import Foundation
import Orbits

/// Satellites and instants to propagate.
struct Workload {
    let name: String
    let elements: [ElementSet]
    let instants: [Instant]
    let grid: UniformGrid

    init(name: String, planes: Int, slots: Int, steps: Int, stepS: Double, file: String?) throws {
        self.name = name
        let count = planes * slots
        if let file {
            let sets = try ElementFile.read(path: file).elements
            elements = (0..<count).map { sets[$0 % sets.count] }
        } else {
            let epoch = Instant(year: 2026, month: 8, day: 22)
            let shell = Shell(
                name: name, planes: planes, slots: slots, inclinationRad: 53 * .pi / 180,
                meanMotionRadPerMin: Shell.meanMotionRadPerMin(altitudeKm: 550, gravity: .wgs72),
                phasing: .walker(17))
            elements = try shell.elementSets(epoch: epoch).enumerated().map { index, set in
                var set = set
                set.eccentricity = 0.0001 + 0.000_001 * Double(index % 500)
                set.argumentOfPerigeeRad = Double(index % 63) / 10
                set.bstarPerEarthRadius = 0.000_01 * Double(1 + index % 50)
                let lines = try TLE.lines(of: set)
                return try TLE.read(line1: lines.0, line2: lines.1)
            }
        }
        let start = elements.map(\.epoch).max() ?? .j2000
        grid = UniformGrid(start: start, stepSeconds: stepS)
        instants = (0..<steps).map { [grid] in grid[$0] }
    }

    /// Writes the element sets and the start for the peers.
    func writeElements(into folder: String) throws {
        var text = ""
        for set in elements {
            let lines = try TLE.lines(of: set)
            text += lines.0 + "\n" + lines.1 + "\n"
        }
        let url = URL(filePath: folder).appending(path: "\(name).tle")
        try text.write(to: url, atomically: true, encoding: .utf8)
    }

    func run(repeats: Int) throws {
        let batch = EphemerisBatch(elements)
        let (n, m) = (elements.count, instants.count)
        let layouts: [(String, EphemerisLayout)] = [
            ("satellite-major", .satelliteMajor(instants: m)),
            ("time-major", .timeMajor(satellites: n)),
        ]
        for (label, layout) in layouts {
            var planes = EphemerisPlanes(satellites: n, instants: m, layout: layout)
            try measure("sgp4-\(name)-\(label)", batch, &planes, repeats) { planes in
                batch.states(at: instants, into: &planes)
            }
            if label == "satellite-major" {
                try measure("sgp4-\(name)-uniform-grid", batch, &planes, repeats) { planes in
                    batch.states(on: grid, steps: 0..<m, into: &planes)
                }
            }
        }
        try measureScalar(batch)
    }

    /// Checks what a run gives, then times it.
    private func measure(
        _ label: String, _ batch: EphemerisBatch, _ planes: inout EphemerisPlanes,
        _ repeats: Int, _ body: (inout EphemerisPlanes) -> Void
    ) throws {
        body(&planes)
        let worst = try check(batch, planes)
        var times: [Double] = []
        let clock = ContinuousClock()
        for _ in 0..<repeats {
            let time = clock.measure { body(&planes) }
            times.append(
                Double(time.components.attoseconds) * 1e-18 + Double(time.components.seconds))
        }
        times.sort()
        let states = Double(elements.count * instants.count) / 1e6
        emit(
            label,
            [
                "best": states / times[0], "value": states / times[times.count / 2],
                "rejected": Double(planes.rejections.count), "largest_error_km": worst,
                "checksum": checksum(planes),
            ])
    }

    /// The largest difference to the scalar code over a sample of the states [km].
    private func check(
        _ batch: EphemerisBatch, _ planes: EphemerisPlanes
    ) throws -> Double {
        var worst = 0.0
        for satellite in elements.indices {
            guard case .success(let theory) = batch.theories[satellite] else { continue }
            for sample in 0..<4 {
                let instant = (satellite * 7 + sample * 367) % instants.count
                guard let state = try? theory.state(at: instants[instant]) else { continue }
                let ours = planes[satellite, instant]
                let apart = ours.positionKm - state.positionKm
                let faster = (ours.velocityKmPerS - state.velocityKmPerS) * 1_000
                let error = max((apart * apart).sum(), (faster * faster).sum()).squareRoot()
                guard error < 1e-8 else { throw Disagreement(satellite: satellite, km: error) }
                worst = max(worst, error)
            }
        }
        return worst
    }

    private func checksum(_ planes: EphemerisPlanes) -> Double {
        var sum = 0.0
        for x in planes.x where !x.isNaN { sum += abs(x) }
        return sum
    }

    private func measureScalar(_ batch: EphemerisBatch) throws {
        var sum = 0.0
        var states = 0.0
        let clock = ContinuousClock()
        let time = clock.measure {
            for satellite in stride(from: 0, to: elements.count, by: 40) {
                guard case .success(let theory) = batch.theories[satellite] else { continue }
                for instant in instants {
                    sum += (try? theory.state(at: instant))?.positionKm.x ?? 0
                    states += 1
                }
            }
        }
        let seconds =
            Double(time.components.attoseconds) * 1e-18 + Double(time.components.seconds)
        emit("sgp4-\(name)-scalar", ["value": states / 1e6 / seconds, "checksum": sum])
    }

    private func emit(_ label: String, _ values: [String: Double]) {
        let rest = values.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }
        print(
            "{\"name\":\"\(label)\",\"unit\":\"million states/s\",\(rest.joined(separator: ","))}")
    }
}

/// A state of the batch that is not the one of the scalar code.
struct Disagreement: Error {
    var satellite: Int
    var km: Double
}
