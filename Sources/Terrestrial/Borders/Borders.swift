import Orbits

/// The borders of countries, and which country a place is in.
///
/// The meridian from the place to the north pole crosses the outline of its country an odd number of
/// times, or an even number where the country holds the pole. The date line and the poles are places
/// like any other: outlines may be cut there or go across. Where an outline crosses or repeats itself,
/// what is enclosed an even number of times is outside, which is how holes are made. A place on a
/// common border is in exactly one of the two countries.
///
/// Edges are straight in longitude and latitude, which is what GeoJSON means by them; see
/// ``BorderRing``. Edges are kept by eighths of a degree of longitude, so that a question looks at those
/// on the way only. It is immutable and shared by all threads.
public struct Borders: Sendable {
    /// The countries, in the order of the file.
    public let countries: [Country]

    /// A power of two, so that bounds of slabs are exact.
    private static let slabsPerDegree = 8
    private static let slabCount = 360 * slabsPerDegree

    /// Where the edges of each slab of longitude begin, from -180 on.
    private let firstEdge: [Int32]

    /// The edges of each slab, in the order of their countries.
    private let edges: [BorderEdge]

    /// Edges along a meridian, which no meridian from a place to the pole crosses.
    let meridianEdges: [BorderEdge]

    private let holdsNorthPole: [Bool]

    /// Creates the borders of some countries from the rings of each: outlines and holes, in any order
    /// and any sense of rotation.
    ///
    /// - Complexity: O(corners + eighths of a degree of longitude that the edges cross).
    public init(_ shapes: [(country: Country, rings: [BorderRing])]) {
        self.init(
            countries: shapes.map(\.country),
            edges: shapes.enumerated().flatMap { index, shape in
                shape.rings.flatMap { $0.edges(of: Int32(index)) }
            },
            meridianEdges: shapes.enumerated().flatMap { index, shape in
                shape.rings.flatMap { $0.meridianEdges(of: Int32(index)) }
            },
            holdsNorthPole: shapes.map { shape in
                shape.rings.count { $0.enclosesNorthPole } % 2 == 1
            })
    }

    private init(
        countries: [Country], edges all: [BorderEdge], meridianEdges: [BorderEdge],
        holdsNorthPole: [Bool]
    ) {
        self.countries = countries
        self.meridianEdges = meridianEdges
        self.holdsNorthPole = holdsNorthPole
        var first = [Int32](repeating: 0, count: Self.slabCount + 1)
        for edge in all { for slab in Self.slabs(of: edge) { first[slab + 1] += 1 } }
        for slab in 0..<Self.slabCount { first[slab + 1] += first[slab] }
        var next = first
        var order = [Int](repeating: 0, count: Int(first[Self.slabCount]))
        for (index, edge) in all.enumerated() {
            for slab in Self.slabs(of: edge) {
                order[Int(next[slab])] = index
                next[slab] += 1
            }
        }
        firstEdge = first
        edges = order.map { all[$0] }
    }

    /// The borders of some of the countries, whose places stay what they are; in all others no place is.
    ///
    /// - Complexity: O(edges).
    func keeping(_ kept: Set<Int>) -> Borders {
        // An edge stands under each slab that it crosses, and is taken from the first of them.
        var all: [BorderEdge] = []
        for slab in 0..<Self.slabCount {
            for edge in edges[Int(firstEdge[slab])..<Int(firstEdge[slab + 1])]
            where kept.contains(Int(edge.country)) && Self.slabs(of: edge).lowerBound == slab {
                all.append(edge)
            }
        }
        return Borders(
            countries: countries, edges: all.sorted { $0.country < $1.country },
            meridianEdges: meridianEdges.filter { kept.contains(Int($0.country)) },
            holdsNorthPole: holdsNorthPole.enumerated().map { kept.contains($0) && $1 })
    }

    /// The place of a country that a code or a name means; `nil` for an unknown one.
    public func index(of word: String) -> Int? {
        countries.firstIndex { $0.isCalled(word) }
    }

    /// The country in which a place is, by its place among ``countries``; `nil` at sea, and for a
    /// place that is not a number.
    ///
    /// Where outlines overlap, the country that comes first counts.
    ///
    /// - Complexity: O(edges in an eighth of a degree of longitude).
    public func country(at place: Geodetic) -> Int? {
        country(latitudeDeg: place.latitudeDeg, longitudeDeg: place.longitudeDeg)
    }

    /// The country in which a place is, by geodetic latitude and longitude in degrees.
    public func country(latitudeDeg: Double, longitudeDeg: Double) -> Int? {
        guard latitudeDeg.isFinite, longitudeDeg.isFinite else { return nil }
        let longitude = Longitude.normal(longitudeDeg)
        // An outline that is drawn along the pole lies north of the pole itself.
        let latitude = min(latitudeDeg, (90.0).nextDown)
        let slab = Self.slab(of: longitude)
        return edges.withUnsafeBufferPointer { edges in
            var place = Int(firstEdge[slab])
            let end = Int(firstEdge[slab + 1])
            while place < end {
                let country = edges[place].country
                var isInside = holdsNorthPole[Int(country)]
                while place < end, edges[place].country == country {
                    if edges[place].isNorth(ofLatitudeDeg: latitude, longitudeDeg: longitude) {
                        isInside.toggle()
                    }
                    place += 1
                }
                if isInside { return Int(country) }
            }
            return nil
        }
    }

    /// Calls `body` with the edges over some degrees of longitude, whose numbers may leave 0..<360, and
    /// with the turns by which those edges stand apart from their own longitude [deg]; once for each degree
    /// that an edge crosses.
    func forEachEdge(
        overDegrees degrees: ClosedRange<Int>, _ body: (BorderEdge, _ shiftDeg: Double) -> Void
    ) {
        for degree in degrees {
            let turn = (Double(degree) / 360).rounded(.down)
            let west = (degree - Int(turn) * 360) * Self.slabsPerDegree
            for slab in west..<west + Self.slabsPerDegree {
                for place in Int(firstEdge[slab])..<Int(firstEdge[slab + 1])
                where slab == west || Self.slabs(of: edges[place]).lowerBound == slab {
                    body(edges[place], turn * 360)
                }
            }
        }
    }

    /// Where a slab begins [deg], exactly.
    private static func westDeg(of slab: Int) -> Double {
        Double(slab) / Double(slabsPerDegree) - 180
    }

    private static func slab(of longitudeDeg: Double) -> Int {
        let slab = Int(((longitudeDeg + 180) * Double(slabsPerDegree)).rounded(.down))
        // The sum may have been rounded up to the next one.
        let exact = westDeg(of: slab) > longitudeDeg ? slab - 1 : slab
        return min(slabCount - 1, max(0, exact))
    }

    private static func slabs(of edge: BorderEdge) -> ClosedRange<Int> {
        let first = slab(of: edge.westDeg)
        let last = slab(of: edge.eastDeg)
        return first...max(first, westDeg(of: last) == edge.eastDeg ? last - 1 : last)
    }
}
