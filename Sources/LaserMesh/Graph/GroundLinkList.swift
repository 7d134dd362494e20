/// Radio links of given lengths, the same at every instant: those of a publication.
public struct GroundLinkList: Sendable, Hashable {
    /// A link of a station.
    public struct Entry: Sendable, Hashable {
        /// The satellite.
        public var satellite: Int

        /// The length of the link, on the ``LengthGrid`` [km].
        public var lengthKm: Double
    }

    private let byStation: [[Entry]]

    /// Creates the list.
    ///
    /// - Parameters:
    ///   - links: The links in any order, each with its station's place among the stations. Of two
    ///     links between the same ends the shorter one counts.
    ///   - stationCount: The number of stations.
    public init(
        _ links: [(station: Int, satellite: Int, lengthKm: Double)], stationCount: Int
    ) {
        var byStation = [[Entry]](repeating: [], count: stationCount)
        for link in links {
            precondition(link.satellite >= 0 && link.lengthKm >= 0 && link.lengthKm < 0x1p21)
            byStation[link.station].append(
                Entry(
                    satellite: link.satellite, lengthKm: LengthGrid.nearest(km: link.lengthKm)))
        }
        self.byStation = byStation.map { entries in
            var once: [Entry] = []
            for entry in entries.sorted(by: {
                ($0.satellite, $0.lengthKm) < ($1.satellite, $1.lengthKm)
            }) where once.last?.satellite != entry.satellite {
                once.append(entry)
            }
            return once
        }
    }

    /// The number of stations.
    public var stationCount: Int { byStation.count }

    /// The links of a station, by ascending satellite.
    public func links(of station: Int) -> [Entry] { byStation[station] }
}
