import Orbits

/// Sites and the landings of cables, joined by the cables, along corridors and over land.
///
/// A cable joins every two of its landings, by the segments between them: light passes by a landing
/// without leaving the glass, so that the delay of landings counts once a cable.
///
/// Over land every two sites of one land mass are joined along the great circle, and so are sites less
/// than 50 km apart, whatever their countries. Immutable; the sites come first, then the landings.
public struct FibreNetwork: Sendable {
    /// The sites that were given, then the landings of the cables, each place once.
    public let sites: [FibreSite]

    /// How many sites were given.
    public let siteCount: Int

    /// The cables.
    public let cables: [Cable]

    /// The distance up to which two sites are joined in any case [km].
    public static let neighbourKm = 50.0

    private let legs: [[FibreLeg]]

    /// Creates a network.
    ///
    /// - Parameters:
    ///   - sites: The sites to find ways between.
    ///   - cables: The cables.
    ///   - landMasses: Between which countries fibre goes over land.
    ///   - ellipsoid: The Earth, for great circles.
    /// - Complexity: O((sites + landings)² + landings² of each cable).
    public init(
        sites: [FibreSite], cables: [Cable], landMasses: LandMasses = .standard,
        on ellipsoid: Ellipsoid = .wgs84
    ) {
        var all = sites
        var placeOf: [Geodetic: Int] = [:]
        var ways: [(a: Int, b: Int, km: Double, cable: Int32)] = []
        for (index, cable) in cables.enumerated() {
            let nodes = cable.landings.map { landing in
                if let known = placeOf[landing.place] { return known }
                placeOf[landing.place] = all.count
                all.append(landing)
                return all.count - 1
            }
            let segments = cable.segmentsKm(on: ellipsoid)
            for first in segments.indices {
                var km = 0.0
                for last in first..<segments.count {
                    km += segments[last]
                    guard nodes[first] != nodes[last + 1] else { continue }
                    ways.append((nodes[first], nodes[last + 1], km, Int32(index)))
                    // Corridors have no delay beside their length; neighbours are enough.
                    if cable.isCorridor { break }
                }
            }
        }
        var legs = [[FibreLeg]](repeating: [], count: all.count)
        func join(_ a: Int, _ b: Int, km: Double, cable: Int32?, _ kind: FibreLeg.Kind) {
            legs[a].append(FibreLeg(end: Int32(b), lengthKm: km, cable: cable, kind: kind))
            legs[b].append(FibreLeg(end: Int32(a), lengthKm: km, cable: cable, kind: kind))
        }
        for b in all.indices {
            for a in 0..<b {
                let km = ellipsoid.greatCircleKm(from: all[a].place, to: all[b].place)
                if km < Self.neighbourKm || landMasses.join(all[a].country, all[b].country) {
                    join(a, b, km: km, cable: nil, .land)
                }
            }
        }
        for way in ways {
            join(
                way.a, way.b, km: way.km, cable: way.cable,
                cables[Int(way.cable)].isCorridor ? .corridor : .cable)
        }
        self.sites = all
        siteCount = sites.count
        self.cables = cables
        self.legs = legs
    }

    /// The fastest ways from a site to all that were given, in their order; `nil` where there is none.
    ///
    /// Of ways that are equally fast the one over fewer sites counts, then the one whose last sites come
    /// first.
    ///
    /// - Complexity: O((sites + landings)²).
    /// - Note: E. W. Dijkstra, Numerische Mathematik 1 (1959) 269, DOI 10.1007/BF01386390; in the form
    ///   for dense graphs.
    public func paths(from source: Int, delays: FibreDelays) -> [FibrePath?] {
        var cost = [Double](repeating: .infinity, count: sites.count)
        var hops = [Int](repeating: 0, count: sites.count)
        var previous = [(site: Int, leg: FibreLeg)?](repeating: nil, count: sites.count)
        var isDone = [Bool](repeating: false, count: sites.count)
        cost[source] = 0
        while true {
            var next: Int?
            for site in sites.indices where !isDone[site] && cost[site] < .infinity {
                if let known = next, (cost[known], hops[known]) <= (cost[site], hops[site]) {
                    continue
                }
                next = site
            }
            guard let site = next else { break }
            isDone[site] = true
            for leg in legs[site] {
                let end = Int(leg.end)
                let through = cost[site] + delays.delayMs(of: leg)
                let known = (cost[end], hops[end], previous[end]?.site ?? 0)
                guard !isDone[end], (through, hops[site] + 1, site) < known else { continue }
                cost[end] = through
                hops[end] = hops[site] + 1
                previous[end] = (site, leg)
            }
        }
        return (0..<siteCount).map { goal in
            guard cost[goal] < .infinity else { return nil }
            var path = FibrePath(
                delayMs: cost[goal], cableKm: 0, corridorKm: 0, landKm: 0, cables: 0,
                sites: [goal])
            var site = goal
            while let (before, leg) = previous[site] {
                switch leg.kind {
                case .cable:
                    path.cableKm += leg.lengthKm
                    path.cables += 1
                case .corridor: path.corridorKm += leg.lengthKm
                case .land: path.landKm += leg.lengthKm
                }
                path.sites.append(before)
                site = before
            }
            path.sites.reverse()
            return path
        }
    }

    /// The fastest ways of all pairs of the given sites, row by row.
    ///
    /// - Complexity: O(sites · (sites + landings)²).
    public func allPaths(delays: FibreDelays) -> [[FibrePath?]] {
        (0..<siteCount).map { paths(from: $0, delays: delays) }
    }
}
