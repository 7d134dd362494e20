/// Maps of how full each link is: `load-map`, and `load-globe` from above the fullest links.
enum LinkLoadMap {
    /// A link in both directions: the fuller one counts.
    private struct Link {
        var ends: (FlowResults.Place, FlowResults.Place)
        var utilisation: Double

        /// Whether a station is one of its ends.
        var isRadio: Bool { ends.0.isStation || ends.1.isStation }
    }

    /// The maps at the instant at which a link is fullest; none where places are not known.
    static func figures(of results: FlowResults, coastlines: [UInt8]?) -> [Figure] {
        let limited = results.loads.filter {
            $0.capacityGbps > 0 && $0.capacityGbps < .infinity && results.places[$0.timeS] != nil
        }
        func utilisation(_ load: FlowResults.Load) -> Double { load.gbps / load.capacityGbps }
        guard let fullest = limited.max(by: { utilisation($0) < utilisation($1) }),
            let places = results.places[fullest.timeS]
        else { return [] }
        var byEnds: [[String]: Link] = [:]
        for load in limited where load.timeS == fullest.timeS {
            guard let a = places[load.a], let b = places[load.b] else { continue }
            let key = load.a < load.b ? [load.a, load.b] : [load.b, load.a]
            let known = byEnds[key]?.utilisation ?? 0
            byEnds[key] = Link(ends: (a, b), utilisation: max(known, utilisation(load)))
        }
        // The fullest are drawn last, and so on top.
        let links = byEnds.sorted {
            $0.value.utilisation != $1.value.utilisation
                ? $0.value.utilisation < $1.value.utilisation
                : $0.key.lexicographicallyPrecedes($1.key)
        }.map(\.value)
        let stations = places.filter(\.value.isStation).sorted { $0.key < $1.key }.map(\.value)
        let busy = links.suffix(max(1, links.count / 50)).flatMap { [$0.ends.0, $0.ends.1] }
        let view = OrthographicView(of: busy.map { ($0.latitudeDeg, $0.longitudeDeg) })
        return [
            figure(
                "load-map", links, stations, fullest.timeS,
                on: WorldMap(projection: .equirectangular, coastlines: coastlines)),
            figure(
                "load-globe", links, stations, fullest.timeS,
                on: WorldMap(projection: .orthographic(view), coastlines: coastlines)),
        ]
    }

    /// Widths of lines, from the idlest links to the fullest, so that these stand out in grey too.
    private static let widths = [0.7, 1.2, 2.0]

    private static func figure(
        _ name: String, _ links: [Link], _ stations: [FlowResults.Place], _ timeS: Double,
        on map: WorldMap
    ) -> Figure {
        let isGlobe = name == "load-globe"
        var blocks = DataBlocks(
            columns: (isGlobe ? "x y" : "longitude latitude") + " utilisation_percent")
        // To the next ten per cent, so that the colours are used.
        let most = max(10, ((links.last?.utilisation ?? 1) * 10 - 1e-9).rounded(.up) * 10)
        var idle: [String] = []
        var loaded = [[String]](repeating: [], count: Self.widths.count)
        for link in links {
            let way = map.way(
                from: (link.ends.0.latitudeDeg, link.ends.0.longitudeDeg),
                to: (link.ends.1.latitudeDeg, link.ends.1.longitudeDeg), pieces: 4)
            guard !way.isEmpty else { continue }
            if link.utilisation < 0.005 {
                if link.isRadio { continue }
                if !idle.isEmpty { idle.append("") }
                idle += way
            } else {
                let percent = 100 * link.utilisation
                let part = min(
                    Self.widths.count - 1, Int(percent / most * Double(Self.widths.count)))
                let text = " " + GnuplotText.number(percent, decimals: 1)
                if !loaded[part].isEmpty { loaded[part].append("") }
                loaded[part] += way.map { $0.isEmpty ? $0 : $0 + text }
            }
        }
        var items = map.items
        if let index = blocks.append("lasers that carry less than 0.5 per cent", idle) {
            items.append(
                "'\(name).dat' index \(index) using 1:2 with lines lw 0.3 lc rgb '#E2E2E2' notitle")
        }
        for (part, lines) in loaded.enumerated() {
            let title = "load, part \(part + 1) of \(loaded.count), the fullest last"
            guard let index = blocks.append(title, lines) else { continue }
            items.append(
                "'\(name).dat' index \(index) using 1:2:3 with lines lw \(Self.widths[part]) "
                    + "lc palette notitle")
        }
        let points = stations.compactMap {
            map.point(latitudeDeg: $0.latitudeDeg, longitudeDeg: $0.longitudeDeg)
        }
        if let index = blocks.append("stations", points) {
            items.append(
                "'\(name).dat' index \(index) with points pt 5 ps 0.3 lc rgb 'black' notitle")
        }
        let title =
            "Load of each link in its fuller direction at "
            + "\(GnuplotText.number(timeS, decimals: 3)) s" + map.words
        return Figure(
            name: name, width: isGlobe ? 760 : 980, height: isGlobe ? 640 : 480,
            settings: map.settings + [
                FigurePalette.scaleOnWhite, "set cbrange [0:\(most)]",
                "set cbtics out scale 0.4", "set cblabel 'Load over capacity (%)'", "unset key",
                "set title \(GnuplotText.quoted(title))",
            ],
            items: items,
            data: [Figure.DataFile(name: name + ".dat", bytes: blocks.bytes)] + map.data)
    }
}
