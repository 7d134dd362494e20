import Foundation
import Results
import TestSupport
import Testing

/// Figures are the same bytes whenever and wherever they are drawn from the same tables.
@Suite struct FigureBytesTests {
    private static let gnuplot = try? Gnuplot(for: .svg)

    /// A folder of figures that is checked in.
    struct Checked: Sendable, CustomTestStringConvertible {
        /// Path of the figures from the checkout.
        var path: String

        /// The gnuplot that drew them.
        var gnuplot: String

        /// What `helio-plot` was told, apart from the folder; `nil` where tables are not kept.
        var arguments: [String]?

        var testDescription: String { path }

        var url: URL { SharedData.checkout.appending(path: path) }

        /// The names of the files with a suffix.
        func files(_ suffix: String) throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: url.path)
                .filter { $0.hasSuffix(suffix) }.sorted()
        }
    }

    private struct Manifest: Decodable {
        struct Arguments: Decodable {
            var gnuplot: String
            var inputs_sha256: [String: String]
            var folders: [String]?
            var beyond_km: Double?
        }
        var arguments: Arguments
    }

    /// The folders of `Notebooks-export` that hold figures.
    private static let checked: [Checked] = {
        let root = SharedData.checkout.appending(path: "Notebooks-export")
        let all = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String }
        return (all ?? []).filter { $0.hasSuffix("/figures/manifest.json") }.sorted().compactMap {
            let folder = root.appending(path: $0).deletingLastPathComponent()
            guard let data = try? Data(contentsOf: folder.appending(path: "manifest.json")),
                let manifest = try? JSONDecoder().decode(Manifest.self, from: data)
            else { return nil }
            let results = folder.deletingLastPathComponent()
            let told = manifest.arguments
            let isKept = told.inputs_sha256.filter { $0.key != "coastlines" }.allSatisfy {
                let bytes = try? InputFile.bytes(of: results.appending(path: $0.key).path)
                return bytes.map { SHA256.hex(of: $0) } == $0.value
            }
            var arguments = (told.folders ?? [""]).map { results.appending(path: $0).path }
            if let km = told.beyond_km { arguments += ["--beyond-km", "\(km)"] }
            return Checked(
                path: "Notebooks-export/" + $0.dropLast("/manifest.json".count),
                gnuplot: told.gnuplot, arguments: isKept ? arguments : nil)
        }
    }()

    /// Those that the gnuplot of this machine drew.
    private static let drawable = checked.filter { $0.gnuplot == gnuplot?.version }

    private static let unlike: Comment =
        "the figures were drawn by gnuplot \(checked.first?.gnuplot ?? "?"), and this is \(gnuplot?.version ?? "none")"

    /// Surroundings that numbers and dates could depend on.
    private static let surroundings = [
        "LC_ALL": "de_DE.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati",
        "HELIOGRAPH_DATASETS": SharedData.checkout.appending(path: "Datasets").path,
    ]

    @Test func `experiments have figures`() {
        #expect(Self.checked.count > 15)
        // Of most of them the tables are there as well.
        #expect(Self.checked.count { $0.arguments != nil } > 10)
    }

    @Test(.enabled(if: !drawable.isEmpty, unlike), arguments: drawable)
    func `scripts draw what is checked in`(_ figures: Checked) throws {
        let scratch = try TemporaryFolder()
        let copy = scratch.url.appending(path: "figures")
        try FileManager.default.copyItem(at: figures.url, to: copy)
        for script in try figures.files(".gp") {
            let name = script.dropLast(3) + ".svg"
            try FileManager.default.removeItem(at: copy.appending(path: name))
            try #require(Self.gnuplot).run(script: script, in: copy.path)
            #expect(
                try Data(contentsOf: copy.appending(path: name))
                    == Data(contentsOf: figures.url.appending(path: name)), "\(name)")
        }
    }

    @Test(
        .enabled(if: !drawable.isEmpty, unlike), arguments: drawable.filter { $0.arguments != nil })
    func `tables give what is checked in, in other surroundings too`(_ figures: Checked) throws {
        let scratch = try TemporaryFolder()
        var arguments = figures.arguments ?? []
        for script in try figures.files(".gp") {
            arguments += ["--figure", String(script.dropLast(3))]
        }
        let outcome = try Program("helio-plot").run(
            arguments + ["--out", "drawn", "--quiet"], in: scratch.url,
            environment: Self.surroundings)
        #expect(outcome.status == 0, "\(outcome.errors)")
        for suffix in [".svg", ".gp", ".dat"] {
            for name in try figures.files(suffix) {
                let drawn = try? Data(contentsOf: scratch.url.appending(path: "drawn/" + name))
                #expect(
                    try drawn == Data(contentsOf: figures.url.appending(path: name)), "\(name)")
            }
        }
    }

    /// Kinds of results of which none is checked in.
    private static let others = [
        (
            "helio-flow",
            """
            traffic: { gravity: { total_gbps: 100 } }
            flows: { objective: max-min-fair }
            """, ["load-globe", "load-map", "rates", "utilisation"]
        ),
        ("helio-resilience", "resilience: { samples: 20 }", ["reachability", "rtt", "stretch"]),
    ]

    @Test(
        .enabled(if: gnuplot != nil, "needs gnuplot"), arguments: others)
    func `flows and failures are drawn alike anywhere`(
        program: String, keys: String, names: [String]
    ) throws {
        let scratch = try TemporaryFolder()
        try scratch.write(
            """
            window: { duration_s: 10, step_s: 10 }
            constellation:
              shells: [{ name: A, planes: 12, slots: 16, inclination_deg: 53, altitude_km: 1200 }]
            ground:
              min_elevation_deg: 10
              stations:
                - { name: London, latitude_deg: 51.5, longitude_deg: -0.1, population: 9000000 }
                - { name: Tokyo, latitude_deg: 35.7, longitude_deg: 139.7, population: 9000000 }
                - { name: Lima, latitude_deg: -12, longitude_deg: -77, population: 9000000 }
            \(keys)

            """, to: "scenario.yaml")
        let run = try Program(program).run(
            ["--scenario", "scenario.yaml", "--out", "out", "--quiet"], in: scratch.url)
        #expect(run.status == 0, "\(run.errors)")
        let results = scratch.url.appending(path: "out").path
        for (name, environment) in [("one", [:]), ("two/three", Self.surroundings)] {
            let folder = scratch.url.appending(path: name)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let outcome = try Program("helio-plot").run(
                [results, "--out", "drawn", "--quiet"], in: folder, environment: environment)
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        try expectAlike(names, in: scratch)
    }

    private func expectAlike(_ names: [String], in scratch: TemporaryFolder) throws {
        for name in names {
            let one = try Data(contentsOf: scratch.url.appending(path: "one/drawn/\(name).svg"))
            let two = try Data(
                contentsOf: scratch.url.appending(path: "two/three/drawn/\(name).svg"))
            #expect(one == two, "\(name)")
            #expect(one.count > 2_000)
        }
    }

    @Test(.enabled(if: gnuplot != nil, "needs gnuplot"))
    func `sweeps are drawn alike anywhere, however they were run`() throws {
        let scratch = try TemporaryFolder()
        try scratch.write(
            CommandLineTests.tiny.replacing("duration_s: 2", with: "duration_s: 40"),
            to: "base.yaml")
        try scratch.write(
            """
            base: base.yaml
            axes:
              - { key: ground.min_elevation_deg, values: [5, 10, 15, 20] }
              - { key: window.start_s, range: { from: 0, to: 600, step: 300 } }
            """, to: "sweep.yaml")
        for (name, environment, threads) in [
            ("one", [:], "1"), ("two/three", Self.surroundings, "2"),
        ] {
            let folder = scratch.url.appending(path: name)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let sweep = ["--sweep", scratch.path("sweep.yaml"), "--out", "sweep"]
            for (program, arguments) in [
                ("helio-sweep", ["run"] + sweep + ["--threads", threads]),
                ("helio-sweep", ["merge"] + sweep),
                ("helio-plot", ["sweep/merged", "--out", "drawn", "--quiet"]),
            ] {
                let outcome = try Program(program).run(
                    arguments, in: folder, environment: environment)
                #expect(outcome.status == 0, "\(outcome.errors)")
            }
        }
        try expectAlike(
            [
                "mean_rtt_ms-by-min_elevation_deg-start_s",
                "max_rtt_ms-by-min_elevation_deg-start_s",
            ],
            in: scratch)
    }
}
