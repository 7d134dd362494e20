import Foundation
import TestSupport
import Testing

@testable import Scenarios

/// The constellation code of the IETF draft.
@Suite struct ConstellationCodeTests {
    /// The examples of draft-piraux-space-constellation-code-01, section 5.
    private static let published = [
        "S:780:86.4:66/6/1", "S:1200:87.9:672/12/11", "D:550:53:1584/72/39", "D:20180:55:24/6/1",
    ]

    @Test(arguments: published + [published.joined(separator: "+"), "D:550.5:97.61:20/4/0:12.25"])
    func `codes come back as they were`(code: String) async throws {
        let folder = try TemporaryFolder()
        let experiment = try FormatSamples.read(.constellationCode, code, in: folder)
        let out = try await FormatSamples.write(.constellationCode, experiment, in: folder)
        let text = try String(contentsOfFile: "\(out)/constellation.txt", encoding: .utf8)
        #expect(text == code + "\n")
        #expect(try ConstellationCode(fileOrText: "\(out)/constellation.txt").text == code)
    }

    @Test func `shells are what the draft says`() throws {
        let folder = try TemporaryFolder()
        let code = Self.published.joined(separator: "+")
        let experiment = try FormatSamples.read(.constellationCode, code, in: folder)
        #expect(experiment.shells.map(\.planes) == [6, 12, 72, 6])
        #expect(experiment.shells.map(\.slots) == [11, 56, 22, 4])
        #expect(experiment.shells.map(\.isFullCircle) == [false, false, true, true])
        // F / T of a turn from plane to plane.
        let starlink = experiment.shells[2].elementSets(epoch: experiment.epoch)
        let ahead = starlink[22].meanAnomalyRad - starlink[0].meanAnomalyRad
        #expect(abs(ahead - 2 * .pi * 39 / 1_584) < 1e-12)
        #expect(abs(starlink[22].raanRad - 2 * .pi / 72) < 1e-12)
    }

    @Test(arguments: [
        ("D:550:53", "shell 1"), ("X:550:53:66/6/1", "'X'"), ("D:-5:53:66/6/1", "'-5'"),
        ("D:550:53:66/6/6", "0 to 5"), ("D:550:53:66/7/1", "divide"), ("D:550:181:66/6/1", "'181'"),
        ("D:550:53:66/6", "satellites/planes/phasing"), ("D:550:53:66/6/1:361", "'361'"),
        ("D:550:53:66/6/1+", "shell 2"), ("D:5e2:53:66/6/1", "'5e2'"), ("", "shell 1"),
        ("D:550:53:999999999/3/1", "at most"), ("D:550:53:0/0/0", "'0/0/0'"),
        ("D:7:53:66/6/1", "'7'"), ("D:550:53:200000/200000/1", "at most 100000 planes"),
    ])
    func `a wrong code is told with its shell`(code: String, said: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(code, to: "code.txt")
        let message = FormatSamples.fault(of: .constellationCode, path, in: folder)
        #expect(message?.contains(said) == true, "\(message ?? "")")
    }

    @Test(arguments: [
        ("phasing: 2", "phasing: half-slot", "none of Walker's"),
        ("phasing: 2", "phasing: 0.1", "none of Walker's"),
        ("phasing: 2", "raan_spread_deg: 200", "over 200"),
        ("phasing: 2", "raan_offset_deg: 5", "raan_offset_deg"),
        ("phasing: 2", "eccentricity: 0.1", "circular"),
    ])
    func `what is no Walker shell is refused`(
        old: String, new: String, said: String
    ) async throws {
        let folder = try TemporaryFolder()
        let experiment = try FormatSamples.experiment(
            FormatSamples.scenario.replacing(old, with: new), in: folder)
        let error = await #expect(throws: ExchangeError.self) {
            try await FormatSamples.write(.constellationCode, experiment, in: folder)
        }
        #expect(error?.message.contains(said) == true, "\(error?.message ?? "")")
    }

    @Test func `a phasing given in another way has its number`() async throws {
        let folder = try TemporaryFolder()
        let fraction = try FormatSamples.experiment(
            FormatSamples.scenario.replacing("phasing: 2", with: "phasing: 2/6"), in: folder)
        #expect(try ConstellationCode(fraction).text == "D:1200:53:48/6/2+D:1400:70:20/4/0")
    }
}
