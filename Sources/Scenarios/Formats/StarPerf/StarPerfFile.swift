import Foundation
import Orbits
import Results

/// StarPerf's HDF5 file, read. Satellites are named `shell<k>-<n>`, both from 1.
struct StarPerfFile {
    /// What it holds.
    private(set) var timeline: DelayTimeline

    private let path: String

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - stepS: The time between its slots [s], which it does not hold.
    /// - Throws: `InputError` when it is missing,
    ///   ``ExchangeError/malformed(file:place:found:expected:)`` when it is another one, and when it
    ///   has several slots and no time between them is given.
    init(path: String, stepS: Double?) throws {
        self.path = path
        guard InputFile.exists(path) else {
            _ = try InputFile.bytes(of: path)
            throw InputError.missing(path: path)
        }
        let name = (path.split(separator: "/").last ?? "").split(separator: ".").first
        timeline = DelayTimeline(
            name: name.map(String.init) ?? "starperf", satellites: [], stepS: stepS ?? 1,
            instants: [])
        do throws(NetCDFError) {
            let file = try NetCDFReader(path: path)
            try read(file, hasStep: stepS != nil)
        } catch {
            throw ExchangeError.malformed(
                file: path, place: nil, found: error.message,
                expected: "StarPerf's HDF5 file with the groups position and delay, or its XML")
        }
        if let fault { throw fault }
    }

    /// What is wrong with what the groups hold.
    private var fault: ExchangeError?

    private mutating func read(_ file: NetCDFReader, hasStep: Bool) throws(NetCDFError) {
        let groups = try file.groupNames()
        guard groups.contains("position") else {
            return fail(
                "the groups \(groups.sorted().joined(separator: ", "))", "position and delay")
        }
        let position = try file.group("position")
        let delay = groups.contains("delay") ? try file.group("delay") : nil
        let delayShells = try delay?.groupNames() ?? []
        let count = try position.groupNames().count
        guard count > 0 else { return fail("no shell", "the group position/shell1") }
        for shell in 1...count {
            let name = "shell\(shell)"
            guard try position.groupNames().contains(name) else {
                return fail("\(count) shells without \(name)", "shells counted from 1")
            }
            let delays = delayShells.contains(name) ? try delay?.group(name) : nil
            try read(name, try position.group(name), delays)
            if fault != nil { return }
        }
        if timeline.instants.count > 1, !hasStep {
            fail("\(timeline.instants.count) slots", "the time between them, by --step-s")
        }
    }

    private mutating func read(
        _ shell: String, _ position: NetCDFReader, _ delay: NetCDFReader?
    ) throws(NetCDFError) {
        let slots = try position.variableNames().count { $0.hasPrefix("timeslot") }
        let isFirst = timeline.satellites.isEmpty
        guard slots > 0 else { return fail("no slot in position/\(shell)", "timeslot1") }
        guard isFirst || slots == timeline.instants.count else {
            return fail(
                "\(slots) slots in position/\(shell)",
                "\(timeline.instants.count), as in the shells before")
        }
        let base = timeline.satellites.count
        let matrices = Set(try delay?.variableNames() ?? [])
        for slot in 1...slots {
            let name = "timeslot\(slot)"
            let texts = try position.texts(of: name)
            var places: [Geodetic] = []
            for row in 0..<texts.count / 3 {
                let values = texts[3 * row..<3 * row + 3].compactMap { YAMLValue.number($0) }
                guard values.count == 3, (-180...360).contains(values[0]),
                    (-90...90).contains(values[1]), (0...1_000_000).contains(values[2])
                else {
                    return fail(
                        "'\(texts[3 * row..<3 * row + 3].joined(separator: ", "))' in "
                            + "position/\(shell)/\(name), row \(row)",
                        "longitude [deg], latitude [deg] and altitude [km]")
                }
                places.append(
                    Geodetic(
                        latitudeDeg: values[1], longitudeDeg: values[0], altitudeKm: values[2]))
            }
            if slot == 1 {
                for number in 0..<places.count {
                    timeline.satellites.append("\(shell)-\(number + 1)")
                    timeline.shells.append(shell)
                }
            }
            guard !places.isEmpty, places.count == timeline.satellites.count - base,
                texts.count == 3 * places.count
            else {
                return fail(
                    "\(texts.count) texts in position/\(shell)/\(name)",
                    "three for each satellite, as in its first slot")
            }
            if isFirst { timeline.instants.append(DelayInstant(places: [], links: [])) }
            timeline.instants[slot - 1].places += places
            guard matrices.contains(name), let delay else { continue }
            try readDelays(
                try delay.values(of: name, as: Double.self), "delay/\(shell)/\(name)",
                instant: slot - 1, satellites: base..<base + places.count)
            if fault != nil { return }
        }
    }

    private mutating func readDelays(
        _ values: [Double], _ name: String, instant: Int, satellites: Range<Int>
    ) throws(NetCDFError) {
        let width = satellites.count + 1
        guard values.count == width * width else {
            return fail(
                "\(values.count) numbers in \(name)",
                "\(width) rows of \(width) for \(satellites.count) satellites")
        }
        for a in 1..<width {
            for b in (a + 1)..<max(a + 1, width) {
                let delayS = values[a * width + b]
                guard delayS == values[b * width + a], (0...1_000).contains(delayS) else {
                    return fail(
                        "\(delayS) s from satellite \(a) to \(b) in \(name) and "
                            + "\(values[b * width + a]) s back",
                        "seconds, the same both ways")
                }
                guard delayS > 0 else { continue }
                timeline.instants[instant].links.append(
                    .init(
                        a: satellites.lowerBound + a - 1, b: satellites.lowerBound + b - 1,
                        delayS: delayS))
            }
        }
    }

    private mutating func fail(_ found: String, _ expected: String) {
        fault = .malformed(file: path, place: nil, found: found, expected: expected)
    }
}
