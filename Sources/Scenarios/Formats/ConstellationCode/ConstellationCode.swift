import Foundation
import Orbits
import Results

/// The code of Walker shells that is proposed at the IETF: shells joined by `+`, each
/// `D|S:altitude:inclination:satellites/planes/phasing[:mean anomaly]`, D for delta and S for star.
///
/// Heights are kilometres over the equatorial radius, angles degrees; the mean anomaly is that of the
/// first satellite. Names, epochs and what else a scenario says are not part of it.
///
/// - Note: M. Piraux, J. A. Fraire, "A code to describe satellite constellations",
///   draft-piraux-space-constellation-code-01, 2026, section 4. Its schema for links is not read.
struct ConstellationCode {
    /// A shell as the code has it.
    struct CodedShell: Hashable {
        /// Whether the planes are spread over half a turn.
        var isStar: Bool

        /// Height [km].
        var altitudeKm: Double

        /// Inclination [deg].
        var inclinationDeg: Double

        /// Number of planes.
        var planes: Int

        /// Number of satellites in each plane.
        var slots: Int

        /// Walker's F.
        var phasing: Int

        /// Mean anomaly of the first satellite [deg].
        var meanAnomalyDeg: Double
    }

    /// The name of a file with a code.
    static let fileName = "constellation.txt"

    /// Above this an orbit is no circle.
    private static let greatestEccentricity = 1e-3

    /// The shells.
    private(set) var shells: [CodedShell]

    /// The code of a scenario's design.
    ///
    /// - Throws: ``ExchangeError/cannotSay(form:found:expected:)`` for what is no Walker shell.
    init(_ experiment: Experiment) throws(ExchangeError) {
        guard !experiment.shells.isEmpty else {
            throw Self.cannotSay("satellites that are no design", "shells")
        }
        shells = []
        let gravity = experiment.scenario.constellation.gravity
        for shell in experiment.shells { shells.append(try Self.coded(shell, gravity)) }
    }

    private static func coded(
        _ shell: Shell, _ gravity: GravityModel
    ) throws(ExchangeError) -> CodedShell {
        let isStar = abs(shell.raanSpreadRad - .pi) < 1e-9
        guard isStar || shell.isFullCircle else {
            throw cannotSay(
                "planes of \(shell.name) over \(shell.raanSpreadRad * 180 / .pi) degrees",
                "360, or 180 for a star")
        }
        guard shell.eccentricity <= greatestEccentricity else {
            throw cannotSay(
                "an eccentricity of \(shell.eccentricity) in \(shell.name)", "circular orbits")
        }
        guard abs(shell.raanOffsetRad) < 1e-12 else {
            throw cannotSay("a raan_offset_deg in \(shell.name)", "the first plane at 0")
        }
        guard let phasing = walkerPhasing(of: shell) else {
            throw cannotSay(
                "a phasing of \(shell.name) that is none of Walker's",
                "a whole number from 0 to \(shell.planes - 1)")
        }
        let motion = shell.meanMotionRadPerMin / 60
        let radiusKm = cbrt(gravity.muKm3PerS2 / (motion * motion))
        // A height of whole metres comes back as it was given.
        let altitudeKm = ((radiusKm - gravity.earthRadiusKm) * 1e6).rounded() / 1e6
        let anomaly = (shell.meanAnomalyOffsetRad + shell.argumentOfPerigeeRad) * 180 / .pi
        let turned = anomaly - 360 * (anomaly / 360).rounded(.down)
        return CodedShell(
            isStar: isStar, altitudeKm: altitudeKm,
            inclinationDeg: rounded(shell.inclinationRad * 180 / .pi), planes: shell.planes,
            slots: shell.slots, phasing: phasing, meanAnomalyDeg: rounded(turned))
    }

    /// Walker's F of a shell, also where it is given in another way; `nil` where it has none.
    private static func walkerPhasing(of shell: Shell) -> Int? {
        switch shell.phasing {
        case .walker(let f): return f
        case .halfSlot: return shell.planes == 1 ? 0 : nil
        case .slotFraction(let fraction):
            let f = fraction * Double(shell.planes)
            let whole = f.rounded()
            guard abs(f - whole) < 1e-9, (0..<Double(shell.planes)).contains(whole) else {
                return nil
            }
            return Int(whole)
        }
    }

    private static func rounded(_ degrees: Double) -> Double { (degrees * 1e9).rounded() / 1e9 }

    private static func cannotSay(_ found: String, _ expected: String) -> ExchangeError {
        .cannotSay(form: .constellationCode, found: found, expected: expected)
    }

    /// Reads a code from a file, or a text that is one.
    init(fileOrText: String) throws {
        if !InputFile.exists(fileOrText), fileOrText.hasPrefix("D:") || fileOrText.hasPrefix("S:") {
            try self.init(text: fileOrText, file: "the code")
        } else {
            let bytes = try InputFile.bytes(of: fileOrText)
            try self.init(text: String(decoding: bytes, as: UTF8.self), file: fileOrText)
        }
    }

    /// Reads a code; blanks around it do not count.
    ///
    /// - Throws: ``ExchangeError/malformed(file:place:found:expected:)`` with the number of the shell.
    init(text: String, file: String) throws(ExchangeError) {
        shells = []
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        for part in trimmed.split(separator: "+", omittingEmptySubsequences: false) {
            shells.append(try Self.shell(part, number: shells.count + 1, file: file))
        }
    }

    private static func shell(
        _ text: Substring, number: Int, file: String
    ) throws(ExchangeError) -> CodedShell {
        func fault(_ found: some StringProtocol, _ expected: String) -> ExchangeError {
            .malformed(
                file: file, place: "shell \(number)", found: "'\(found.prefix(60))'",
                expected: expected)
        }
        let fields = text.split(separator: ":", omittingEmptySubsequences: false)
        guard fields.count == 4 || fields.count == 5 else {
            throw fault(text, "D or S, altitude, inclination and T/P/F, with colons between them")
        }
        guard fields[0] == "D" || fields[0] == "S" else {
            throw fault(fields[0], "D for a delta or S for a star")
        }
        func decimal(
            _ field: Substring, in range: ClosedRange<Double>, _ what: String
        ) throws(ExchangeError) -> Double {
            guard field.wholeMatch(of: /[0-9]+(\.[0-9]+)?/) != nil, let value = Double(field),
                range.contains(value)
            else { throw fault(field, what) }
            return value
        }
        let counts = fields[3].split(separator: "/", omittingEmptySubsequences: false)
        let whole = counts.compactMap { $0.wholeMatch(of: /[0-9]{1,9}/) == nil ? nil : Int($0) }
        guard counts.count == 3, whole.count == 3, whole[1] > 0, whole[0] > 0 else {
            throw fault(fields[3], "satellites/planes/phasing as whole numbers")
        }
        guard whole[0] % whole[1] == 0 else {
            throw fault(fields[3], "a number of satellites that the planes divide")
        }
        guard whole[0] <= ShellKeys.mostSatellites else {
            throw fault(fields[3], "at most \(ShellKeys.mostSatellites) satellites")
        }
        guard whole[1] <= ShellKeys.mostPlanes, whole[0] / whole[1] <= ShellKeys.mostPlanes else {
            throw fault(
                fields[3], "at most \(ShellKeys.mostPlanes) planes, and satellites in a plane")
        }
        guard whole[2] < whole[1] else {
            throw fault(fields[3], "a phasing from 0 to \(whole[1] - 1)")
        }
        return CodedShell(
            isStar: fields[0] == "S",
            altitudeKm: try decimal(
                fields[1], in: 100...400_000, "an altitude of 100 to 400000 kilometres"),
            inclinationDeg: try decimal(
                fields[2], in: 0...180, "an inclination of 0 to 180 degrees"),
            planes: whole[1], slots: whole[0] / whole[1], phasing: whole[2],
            meanAnomalyDeg: fields.count == 5
                ? try decimal(fields[4], in: 0...360, "a mean anomaly of 0 to 360 degrees") : 0)
    }

    /// The code.
    var text: String {
        shells.map { shell in
            let counts = "\(shell.planes * shell.slots)/\(shell.planes)/\(shell.phasing)"
            let numbers = [shell.altitudeKm, shell.inclinationDeg].map(Self.decimal)
            let anomaly = shell.meanAnomalyDeg == 0 ? "" : ":" + Self.decimal(shell.meanAnomalyDeg)
            return
                "\(shell.isStar ? "S" : "D"):\(numbers.joined(separator: ":")):\(counts)\(anomaly)"
        }.joined(separator: "+")
    }

    /// Digits without an exponent, and without a point where none is needed.
    private static func decimal(_ value: Double) -> String {
        var text = FixedPoint.text(value, digits: 9)
        while text.hasSuffix("0") { text.removeLast() }
        return text.hasSuffix(".") ? String(text.dropLast()) : text
    }

    /// The shells as a scenario, S1, S2, ... by name.
    var scenarioText: String {
        var text = "name: constellation\nconstellation:\n  shells:\n"
        for (index, shell) in shells.enumerated() {
            text += """
                    - name: S\(index + 1)
                      planes: \(shell.planes)
                      slots: \(shell.slots)
                      inclination_deg: \(shell.inclinationDeg)
                      altitude_km: \(shell.altitudeKm)
                      phasing: \(shell.phasing)

                """
            if shell.isStar { text += "      raan_spread_deg: 180\n" }
            if shell.meanAnomalyDeg != 0 {
                text += "      mean_anomaly_offset_deg: \(shell.meanAnomalyDeg)\n"
            }
        }
        return text
    }
}
