/// A scene as one HTML file that draws it in a browser with WebGL 2, without a network.
///
/// The page holds its style, its script and the scene. Places are whole steps of a 32,767th of the
/// greatest radius, 0.2 km for low orbits; the page interpolates them by the polynomial through four
/// frames, whose error is about 3 m for frames a minute apart.
public struct GlobePage: Sendable {
    private let scene: GlobeScene

    /// Creates the page of a scene.
    public init(_ scene: GlobeScene) { self.scene = scene }

    /// The file, in UTF-8.
    ///
    /// - Complexity: O(nodes · frames + spells + instants of the series).
    public var bytes: [UInt8] {
        var html = Self.text(PackageResources.globe_html)
        func fill(_ place: String, _ text: String) {
            guard let range = html.firstRange(of: "<!--\(place)-->") else {
                preconditionFailure("the page has no place for \(place)")
            }
            html.replaceSubrange(range, with: text)
        }
        fill("TITLE", Self.escaped(scene.name))
        fill("STYLE", "<style>\n\(Self.text(PackageResources.globe_css))</style>")
        let scripts = [
            PackageResources.globe_scene_js, PackageResources.globe_earth_js,
            PackageResources.globe_render_js, PackageResources.globe_chart_js,
            PackageResources.globe_page_js,
        ]
        fill("DATA", data)
        fill(
            "SCRIPT",
            "<script>\n\"use strict\";\n" + scripts.map(Self.text).joined(separator: "\n")
                + "</script>")
        return Array(html.utf8)
    }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing("\"", with: "&quot;")
    }

    /// The scene: a JSON text, and blocks of binary numbers.
    private var data: String {
        let radius = greatestRadiusKm
        let header: JSONValue = [
            "name": .string(scene.name), "origin": .string(scene.origin),
            "version": .string(HeliographVersion.string),
            "epoch": .string(scene.epoch.iso8601(fractionDigits: 3)),
            "start_s": .number(scene.timesS[0]), "step_s": .number(scene.stepS),
            "frames": .integer(scene.timesS.count), "radius_km": .number(radius),
            "satellites": .integer(scene.satelliteCount),
            "nodes": .array(scene.nodes.map { .string($0) }),
            "reasons": .array(scene.reasons.map { .string($0) }),
            "series": .array(scene.series.map(Self.header)),
        ]
        // An end tag within a name would end the block.
        let json = header.compactText.replacing("<", with: "\\u003c")
        var blocks = ["<script type=\"application/json\" id=\"scene\">\n\(json)\n</script>"]
        func block(_ name: String, _ fill: (inout BinaryBlock) -> Void) {
            var block = BinaryBlock()
            fill(&block)
            blocks.append(
                "<script type=\"application/base64\" id=\"data-\(name)\">\(block.base64)</script>")
        }
        block("positions") { block in
            for frame in scene.positions {
                for node in 0..<frame.count {
                    block.append(Self.steps(frame[node], radiusKm: radius))
                }
            }
        }
        block("sun") { block in
            for sun in scene.sun { block.append(floats: [sun.x, sun.y, sun.z]) }
        }
        block("links") { block in
            block.append(scene.links.flatMap { [Int32($0.a), Int32($0.b)] })
        }
        block("spells") { block in
            for spell in scene.spells {
                block.append([
                    Int32(spell.link), Int32(spell.frames.lowerBound),
                    Int32(spell.frames.upperBound), Int32(spell.reason ?? -1),
                ])
            }
        }
        block("routes") { block in
            for route in scene.routes {
                block.append([Int32(route.count)] + route.map { Int32($0) })
            }
        }
        block("series") { block in
            for series in scene.series {
                block.append(doubles: series.timesS)
                block.append(doubles: series.rttMs)
                block.append(doubles: series.routes.map { Double($0 ?? -1) })
            }
        }
        block("land") { block in
            for ring in scene.land {
                block.append([Int16(clamping: ring.count)])
                block.append(
                    ring.prefix(Int(Int16.max)).flatMap {
                        [Int16(($0.x * 100).rounded()), Int16(($0.y * 100).rounded())]
                    })
            }
        }
        return blocks.joined(separator: "\n")
    }

    private static func header(_ series: GlobeSeries) -> JSONValue {
        [
            "title": .string(series.title), "source": .string(series.source),
            "destination": .string(series.destination),
            "fibre_rtt_ms": series.fibreRTTMs.map { .number($0) } ?? .null,
            "count": .integer(series.timesS.count),
        ]
    }

    /// The greatest distance of a node from the Earth's centre [km].
    private var greatestRadiusKm: Double {
        var square = 6_400.0 * 6_400
        for frame in scene.positions {
            for node in 0..<frame.count {
                let r = frame[node]
                square = max(square, (r * r).sum())
            }
        }
        return square.squareRoot()
    }

    /// The coordinates of a place in whole steps; the least integer for a node without one.
    private static func steps(_ place: SIMD3<Double>, radiusKm: Double) -> [Int16] {
        guard place.x.isFinite else { return [.min, .min, .min] }
        let scaled = place * (32_767 / radiusKm)
        return [
            Int16(scaled.x.rounded()), Int16(scaled.y.rounded()), Int16(scaled.z.rounded()),
        ]
    }
}
