import Foundation
import LaserMesh
import Results
import TestSupport

@testable import Scenarios

/// A small scenario and the ways through `helio-convert` that the tests of the forms share.
enum FormatSamples {
    static let scenario = """
        name: sample
        epoch: 2026-08-23T00:00:00Z
        window: { duration_s: 4, step_s: 1 }
        constellation:
          shells:
            - { name: A, planes: 6, slots: 8, inclination_deg: 53, altitude_km: 1200, phasing: 2 }
            - { name: B, planes: 4, slots: 5, inclination_deg: 70, altitude_km: 1400 }
        ground:
          min_elevation_deg: 5
          stations:
            - { name: São Paulo & "Rio", latitude_deg: -23.5, longitude_deg: -46.6, altitude_m: 760 }
            - { name: Nairobi, latitude_deg: -1.3, longitude_deg: 36.8, altitude_m: 1795 }
            - { name: Oslo, latitude_deg: 59.9, longitude_deg: 10.7 }
        """

    static func experiment(
        _ text: String = scenario, in folder: TemporaryFolder
    ) throws -> Experiment {
        try Experiment(Scenario(text: text, file: folder.path("scenario.yaml")))
    }

    /// Writes a scenario in a form, into a folder of that name.
    @discardableResult
    static func write(
        _ form: ExchangeForm, _ experiment: Experiment,
        options: ExchangeOptions = ExchangeOptions(), threads: Int = 2,
        in folder: TemporaryFolder, _ name: String = "out"
    ) async throws -> String {
        let results = try ResultFolder(at: folder.path(name))
        do {
            _ = try await form.write(
                experiment, options: options, into: results, control: RunControl(threads: threads))
        } catch {
            results.discard()
            throw error
        }
        try experiment.finish(results, program: "test")
        return folder.path(name)
    }

    /// Reads a form into a folder and opens the scenario that is written there.
    static func read(
        _ form: ExchangeForm, _ path: String, options: ExchangeOptions = ExchangeOptions(),
        in folder: TemporaryFolder, _ name: String = "back"
    ) throws -> Experiment {
        let results = try form.read(path, options: options) {
            try ResultFolder(at: folder.path(name))
        }
        try results.finish(Manifest(program: "test"))
        return try Experiment(Scenario(contentsOf: folder.path(name) + "/scenario.yaml"))
    }

    /// The sentence of the error that reading ends with; nothing may be written then.
    static func fault(
        of form: ExchangeForm, _ path: String, options: ExchangeOptions = ExchangeOptions(),
        in folder: TemporaryFolder
    ) -> String? {
        do {
            _ = try read(form, path, options: options, in: folder)
            return nil
        } catch {
            guard !FileManager.default.fileExists(atPath: folder.path("back")) else { return nil }
            return (error as? any ReportableError)?.message
        }
    }

    /// The links of a mesh by the names of their ends.
    static func lengths(
        _ experiment: Experiment, atSeconds seconds: Double
    ) -> [Set<String>: Double] {
        var lengths: [Set<String>: Double] = [:]
        for link in experiment.mesh(atSeconds: seconds).mesh.links {
            lengths[[experiment.name(of: link.a), experiment.name(of: link.b)]] = link.lengthKm
        }
        return lengths
    }
}
