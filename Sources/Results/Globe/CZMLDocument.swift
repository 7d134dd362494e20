import Orbits

/// A scene as a CZML document, which Cesium and other virtual globes show.
///
/// Packets: the document with its clock; a point for each node with its Earth-fixed places [m] at the
/// frames, to be interpolated by polynomials of degree 5; a line for each link with the intervals in
/// which it is up; a line for each route with the intervals in which a pair takes it. All lines refer
/// to the places of the nodes. Links that are down are left out.
///
/// - Note: The CZML Guide of AnalyticalGraphicsInc/czml-writer, "CZML Structure" and "CZML Content".
public struct CZMLDocument: Sendable {
    private let scene: GlobeScene

    /// Creates the document of a scene.
    public init(_ scene: GlobeScene) { self.scene = scene }

    /// The file, in UTF-8: an array with a packet a line.
    ///
    /// - Complexity: O(nodes · frames + spells + instants of the series).
    public var bytes: [UInt8] {
        let packets = [document] + scene.nodes.indices.map(node) + links + routes
        return Array(("[\n" + packets.map(\.compactText).joined(separator: ",\n") + "\n]\n").utf8)
    }

    /// The end of the document [s]: the last frame, or a second later where there is one alone.
    private var endS: Double {
        scene.timesS.count > 1 ? scene.timesS[scene.timesS.count - 1] : scene.timesS[0] + 1
    }

    private var document: JSONValue {
        [
            "id": "document", "name": .string(scene.name), "version": "1.0",
            "description": .string(scene.origin),
            "clock": [
                "interval": .string(interval(scene.timesS[0], endS)),
                "currentTime": .string(text(scene.timesS[0])), "multiplier": 60,
                "range": "LOOP_STOP", "step": "SYSTEM_CLOCK_MULTIPLIER",
            ],
        ]
    }

    private func node(_ index: Int) -> JSONValue {
        let isSatellite = index < scene.satelliteCount
        var places: [JSONValue] = []
        for (time, frame) in zip(scene.timesS, scene.positions) where frame[index].x.isFinite {
            let place = frame[index] * 1_000
            places.append(.number(time))
            for axis in 0..<3 { places.append(.number((place[axis] * 10).rounded() / 10)) }
        }
        let colour = isSatellite ? Colour.satellite : Colour.station
        var packet: [String: JSONValue] = [
            "id": .string(scene.nodes[index]), "name": .string(scene.nodes[index]),
            "point": [
                "pixelSize": isSatellite ? 4 : 8, "color": ["rgba": colour],
            ],
        ]
        if !places.isEmpty {
            packet["position"] = [
                "epoch": .string(text(0)), "referenceFrame": "FIXED",
                "interpolationAlgorithm": "LAGRANGE", "interpolationDegree": 5,
                "cartesian": .array(places),
            ]
        }
        if !isSatellite {
            packet["label"] = [
                "text": .string(scene.nodes[index]), "font": "14px sans-serif",
                "pixelOffset": ["cartesian2": [10, 0]], "horizontalOrigin": "LEFT",
            ]
        }
        return .object(packet)
    }

    private var links: [JSONValue] {
        var up: [Int: [Range<Int>]] = [:]
        for spell in scene.spells where spell.reason == nil {
            up[spell.link, default: []].append(spell.frames)
        }
        return scene.links.enumerated().compactMap { index, link in
            guard let frames = up[index] else { return nil }
            return line(
                id: "link/\(scene.nodes[link.a])/\(scene.nodes[link.b])",
                through: [link.a, link.b],
                during: frames.map { (time(of: $0.lowerBound), time(of: $0.upperBound)) },
                colour: link.b < scene.satelliteCount ? Colour.laser : Colour.radio, width: 1)
        }
    }

    private var routes: [JSONValue] {
        scene.series.flatMap { series in
            var taken: [Int: [(Double, Double)]] = [:]
            for (index, route) in series.routes.enumerated() {
                guard let route else { continue }
                let begin = series.timesS[index]
                let end =
                    index + 1 < series.timesS.count ? series.timesS[index + 1] : max(begin, endS)
                var intervals = taken[route] ?? []
                if let last = intervals.last, last.1 == begin {
                    intervals[intervals.count - 1].1 = end
                } else {
                    intervals.append((begin, end))
                }
                taken[route] = intervals
            }
            return taken.sorted { $0.key < $1.key }.compactMap { route, intervals in
                line(
                    id: "route/\(series.title)/\(route)", through: scene.routes[route],
                    during: intervals, colour: Colour.route, width: 4)
            }
        }
    }

    /// A line through nodes that is shown in some intervals; `nil` where none of them has a length.
    private func line(
        id: String, through nodes: [Int], during intervals: [(Double, Double)], colour: JSONValue,
        width: Int
    ) -> JSONValue? {
        var shows: [JSONValue] = [
            ["interval": .string(interval(scene.timesS[0], endS)), "boolean": false]
        ]
        for (begin, end) in intervals where begin < end {
            shows.append(["interval": .string(interval(begin, end)), "boolean": true])
        }
        guard shows.count > 1 else { return nil }
        let references = nodes.map { node in
            // A number sign parts the packet's id from the property.
            scene.nodes[node].replacing("\\", with: "\\\\").replacing("#", with: "\\#")
                + "#position"
        }
        return [
            "id": .string(id),
            "polyline": [
                "positions": ["references": .array(references.map { .string($0) })],
                "show": .array(shows), "arcType": "NONE", "width": .integer(width),
                "material": ["solidColor": ["color": ["rgba": colour]]],
            ],
        ]
    }

    private enum Colour {
        static let satellite: JSONValue = [240, 240, 240, 255]
        static let station: JSONValue = [0, 158, 115, 255]
        static let laser: JSONValue = [86, 180, 233, 110]
        static let radio: JSONValue = [0, 158, 115, 110]
        static let route: JSONValue = [230, 159, 0, 255]
    }

    /// When a frame begins; that after the last one, the end of the document.
    private func time(of frame: Int) -> Double {
        frame < scene.timesS.count ? scene.timesS[frame] : endS
    }

    private func text(_ seconds: Double) -> String {
        scene.epoch.advanced(bySeconds: seconds).iso8601(fractionDigits: 3)
    }

    private func interval(_ begin: Double, _ end: Double) -> String {
        text(begin) + "/" + text(end)
    }
}
