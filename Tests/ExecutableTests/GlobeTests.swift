import Foundation
import Testing
import TestSupport

/// `helio-globe` as a process, and its page in a browser.
struct GlobeTests {
    private let folder: TemporaryFolder

    /// A shell whose lasers between planes are too long near the equator.
    private static let scenario = """
        epoch: 2026-08-23T00:00:00Z
        window: { start_s: 30, duration_s: 1200, step_s: 10 }
        constellation:
          shells:
            - { name: A, planes: 16, slots: 20, inclination_deg: 53, altitude_km: 800, phasing: 5 }
        lasers: { topology: plus-grid, max_range_km: 2600 }
        ground:
          min_elevation_deg: 10
          stations:
            - { name: "New <b> York", latitude_deg: 40.7, longitude_deg: -74.0 }
            - { name: London, latitude_deg: 51.5, longitude_deg: -0.13 }
            - { name: Sydney, latitude_deg: -33.9, longitude_deg: 151.2 }
        pairs: [[London, "New <b> York"], [London, Sydney]]

        """

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(Self.scenario, to: "scenario.yaml")
    }

    private func run(_ program: String, _ arguments: String...) throws -> Program.Outcome {
        let outcome = try Program(program).run(arguments + ["--quiet"], in: folder.url)
        #expect(outcome.status == 0, "\(program): \(outcome.errors)")
        return outcome
    }

    private func makePage() throws -> String {
        _ = try run("helio-route", "--scenario", "scenario.yaml", "--out", "out")
        let outcome = try run("helio-globe", "out")
        #expect(outcome.output.hasSuffix("/out/globe/globe.html\n"))
        return try String(contentsOfFile: folder.path("out/globe/globe.html"), encoding: .utf8)
    }

    @Test func makesTheSamePageForAnyNumberOfThreads() throws {
        let page = try makePage()
        _ = try run("helio-globe", "out", "--threads", "1", "--out", "one")
        let again = try String(contentsOfFile: folder.path("one/globe.html"), encoding: .utf8)
        #expect(page == again)
    }

    @Test func asksForNothingFromANetwork() throws {
        let page = try makePage()
        for word in ["http:", "https:", "src=", "@import", "url(", "fetch(", "XMLHttpRequest"] {
            #expect(!page.contains(word), "\(word)")
        }
    }

    @Test func needsAResultFolder() throws {
        let outcome = try Program("helio-globe").run(["nowhere"], in: folder.url)
        #expect(outcome.status == 66)
        #expect(outcome.errors.contains("nowhere holds no manifest.json"))
        _ = try run("helio-route", "--scenario", "scenario.yaml", "--out", "out")
        let unknown = try Program("helio-globe").run(
            ["out", "--pair", "London", "Paris"], in: folder.url)
        #expect(unknown.status == 64)
        #expect(unknown.errors.contains("London Paris"))
        #expect(!FileManager.default.fileExists(atPath: folder.path("out/globe")))
    }

    /// What the page says of itself after it was driven as a person would.
    private struct Report: Decodable {
        var colours: Int
        var orangeBefore: Int
        var orangeMoved: Int
        var routeBefore: [String]
        var routeAfter: [String]
        var clockBefore: String
        var clockAfter: String
        var broken: Int
        var brokenText: String
        var linkText: String
        var nodeText: String
        var placesKm: [[Double]]
        var secondsOfPlaces: Double
        var frames: [[String: Int]]
    }

    private static let catcher = """
        <script>window.faults = [];
        window.addEventListener("error", (event) => window.faults.push(event.message));
        console.error = (...words) => window.faults.push(words.join(" "));</script>
        """

    private static let driver = """
        <script>
        window.addEventListener("load", () => {
          const page = window.heliograph;
          const { scene, renderer, camera } = page;
          const { gl } = renderer;
          const pixels = () => {
            page.redraw();
            const bytes = new Uint8Array(4 * gl.drawingBufferWidth * gl.drawingBufferHeight);
            gl.readPixels(
              0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight, gl.RGBA, gl.UNSIGNED_BYTE, bytes);
            return new Uint32Array(bytes.buffer);
          };
          const isOrange = (p) => Math.abs((p & 255) - 230) < 12
            && Math.abs((p >> 8 & 255) - 159) < 12 && (p >> 16 & 255) < 20;
          const slide = (seconds) => {
            const slider = document.getElementById("time");
            slider.value = seconds;
            slider.dispatchEvent(new Event("input"));
          };
          const encoded = (value) => btoa(unescape(encodeURIComponent(JSON.stringify(value))));
          const names = () => [...scene.routeOf(scene.series[0])].map((node) => scene.nodes[node]);
          const clock = () => document.getElementById("clock").textContent;
          const values = () => document.getElementById("values").textContent;
          slide(100);
          const before = pixels();
          const report = {
            colours: new Set(before).size, orangeBefore: before.filter(isOrange).length,
            routeBefore: names(), clockBefore: clock() };
          slide(1100);
          const after = pixels();
          Object.assign(report, { routeAfter: names(), clockAfter: clock() });
          report.orangeMoved = after.filter((p, i) => isOrange(p) !== isOrange(before[i])).length;
          report.broken = scene.down.length;
          const middle = (a, b) => {
            const [p, q] = [camera.project(scene.place(a)), camera.project(scene.place(b))];
            return p && q ? [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2] : null;
          };
          const click = (entries, wanted) => {
            for (const entry of entries) {
              const at = middle(entry.a, entry.b);
              if (!at) continue;
              page.pick(...at);
              if (page.selected && page.selected.link === entry.link) {
                page.redraw();
                return values();
              }
            }
            return "";
          };
          report.brokenText = click(scene.down);
          report.linkText = click(scene.up);
          const route = scene.routeOf(scene.series[0]);
          page.pick(...camera.project(scene.place(route[2])));
          page.redraw();
          report.nodeText = values();
          page.setTime(417);
          report.secondsOfPlaces = scene.seconds;
          report.placesKm = Array.from({ length: scene.satellites }, (_, node) =>
            [...scene.place(node)].map((x) => x * 6378.137));
          // A frame after those that made room for its lists.
          const calls = {};
          for (const name of ["bufferData", "texImage2D", "createBuffer", "createVertexArray",
            "createTexture", "bufferSubData", "texSubImage2D", "drawArrays", "drawElements",
            "drawArraysInstanced"]) {
            const original = gl[name];
            gl[name] = (...values) => {
              calls[name] = (calls[name] || 0) + 1;
              return original.apply(gl, values);
            };
          }
          page.select(null);
          report.frames = [0, 1, 2, 3].map((frame) => {
            for (const name of Object.keys(calls)) delete calls[name];
            page.setTime(104.5 + frame);
            page.redraw();
            return { ...calls };
          });
          document.documentElement.setAttribute("data-report", encoded(report));
          document.documentElement.setAttribute("data-faults", encoded(window.faults));
        });
        </script>
        """

    private func attribute(_ name: String, of document: String) throws -> Data {
        let mark = "data-\(name)=\""
        let begin = try #require(document.range(of: mark)?.upperBound, "no \(name) in the document")
        let end = try #require(document[begin...].firstIndex(of: "\""))
        return try #require(Data(base64Encoded: String(document[begin..<end])))
    }

    @Test(
        .tags(.thorough),
        .enabled(if: Browser.path != nil, Comment(rawValue: Browser.absent)))
    func isDrawnByABrowser() throws {
        let page = try makePage()
        let driven = page.replacing("<head>", with: "<head>" + Self.catcher)
            .replacing("</body>", with: Self.driver + "</body>")
        try folder.write(driven, to: "driven.html")
        let outcome = try #require(try Browser.open(folder.url.appending(path: "driven.html")))
        #expect(outcome.console == [])
        let faults = try JSONDecoder().decode(
            [String].self, from: attribute("faults", of: outcome.document))
        #expect(faults == [])
        let report = try JSONDecoder().decode(
            Report.self, from: attribute("report", of: outcome.document))
        #expect(report.colours > 500, "the canvas is blank")
        #expect(report.orangeBefore > 300, "no route is drawn")
        #expect(report.orangeMoved > 100, "the slider does not move the route")
        #expect(report.routeBefore.first == "London" && report.routeBefore.last == "New <b> York")
        #expect(report.routeBefore != report.routeAfter)
        #expect(report.clockBefore == "2026-08-23 00:01:40 UTC")
        #expect(report.clockAfter == "2026-08-23 00:18:20 UTC")
        #expect(report.broken > 0)
        #expect(report.brokenText.contains("Down because the laser would be longer than its"))
        #expect(report.linkText.contains("one-way delay"))
        #expect(report.nodeText.contains("Satellite A-"))
        // After the first of them no memory is made, and each draws as often as the one before.
        try #require(report.frames.count == 4)
        for frame in report.frames.dropFirst() {
            #expect(frame == report.frames[1])
            #expect(frame["texSubImage2D"] == 1 && frame["drawElements"] == 1)
            for name in ["bufferData", "texImage2D"] { #expect(frame[name] == nil, "\(frame)") }
            #expect(frame.allSatisfy { !$0.key.hasPrefix("create") }, "\(frame)")
            #expect((frame["drawArraysInstanced"] ?? 0) < 16 && (frame["drawArrays"] ?? 0) < 8)
        }
        try expectRoute(report.routeBefore, atSeconds: "100.0")
        try expectPlaces(report)
    }

    /// The page's route is that of the table.
    private func expectRoute(_ route: [String], atSeconds seconds: String) throws {
        let rows = try String(contentsOfFile: folder.path("out/latency.csv"), encoding: .utf8)
            .split(separator: "\n").map { $0.split(separator: ",") }
        let id = try #require(rows.first { $0[0] == seconds && $0[1] == "London" }?.last)
        let routes = try String(contentsOfFile: folder.path("out/routes.csv"), encoding: .utf8)
            .split(separator: "\n").map { $0.split(separator: ",") }
        let nodes = try #require(routes.first { $0[0] == id }?[1])
        #expect(nodes.split(separator: " ").dropLast().map(String.init) == route.dropLast())
    }

    /// The page's places between two frames are those that `helio-propagate` computes.
    private func expectPlaces(_ report: Report) throws {
        let text = Self.scenario.replacing(
            "start_s: 30, duration_s: 1200", with: "start_s: 417, duration_s: 1")
        try folder.write(text, to: "instant.yaml")
        _ = try run(
            "helio-propagate", "--scenario", "instant.yaml", "--frame", "itrf", "--out", "states")
        let rows = try String(contentsOfFile: folder.path("states/ephemeris.csv"), encoding: .utf8)
            .split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
        #expect(rows.count == 320 && report.placesKm.count == 320)
        #expect(report.secondsOfPlaces == 417)
        for (row, place) in zip(rows, report.placesKm) {
            for axis in 0..<3 {
                let exact = try #require(Double(row[2 + axis]))
                #expect(abs(place[axis] - exact) < 0.4, "\(row[1])")
            }
        }
    }

    @Test func writesCZMLThatParses() throws {
        _ = try run("helio-route", "--scenario", "scenario.yaml", "--out", "out")
        let outcome = try run("helio-globe", "out", "--czml", "--out", "globe")
        #expect(outcome.output.hasSuffix("globe.czml\n"))
        let data = try Data(contentsOf: URL(filePath: folder.path("globe/globe.czml")))
        let packets = try #require(
            try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
        let ids = packets.compactMap { $0["id"] as? String }
        #expect(ids.count == packets.count && Set(ids).count == ids.count)
        #expect(ids.first == "document")
        #expect(packets[0]["version"] as? String == "1.0")
        let clock = try #require(packets[0]["clock"] as? [String: Any])
        #expect(
            clock["interval"] as? String == "2026-08-23T00:00:30.000Z/2026-08-23T00:20:20.000Z")
        let moving = packets.filter { $0["position"] != nil }
        #expect(moving.count == 320 + 3)
        for packet in moving {
            let position = try #require(packet["position"] as? [String: Any])
            let numbers = try #require(position["cartesian"] as? [Double])
            #expect(numbers.count.isMultiple(of: 4) && numbers.count > 4 * 6)
            let times = stride(from: 0, to: numbers.count, by: 4).map { numbers[$0] }
            #expect(times == times.sorted() && times.first == 30)
            let radius = (0..<3).map { numbers[1 + $0] * numbers[1 + $0] }.reduce(0, +)
                .squareRoot()
            #expect((6.3e6...7.3e6).contains(radius), "metres are expected")
        }
        let known = Set(moving.compactMap { $0["id"] as? String })
        for packet in packets {
            guard let line = packet["polyline"] as? [String: Any] else { continue }
            let positions = try #require(line["positions"] as? [String: Any])
            let references = try #require(positions["references"] as? [String])
            #expect(references.count >= 2)
            for reference in references {
                #expect(reference.hasSuffix("#position"))
                #expect(known.contains(String(reference.dropLast(9))))
            }
            let shows = try #require(line["show"] as? [[String: Any]])
            #expect(shows.first?["boolean"] as? Bool == false && shows.count > 1)
        }
        #expect(ids.contains { $0.hasPrefix("route/London") })
    }

    /// Of a folder without routes the page finds those of the scenario's pairs itself.
    @Test func showsRoutesOfAMesh() throws {
        _ = try run("helio-mesh", "--scenario", "scenario.yaml", "--at", "30", "--out", "mesh")
        _ = try run("helio-globe", "mesh")
        let page = try String(contentsOfFile: folder.path("mesh/globe/globe.html"), encoding: .utf8)
        #expect(page.contains("London – Sydney"))
        #expect(page.contains("helio-mesh"))
    }
}
