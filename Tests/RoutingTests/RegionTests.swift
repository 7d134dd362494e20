import LaserMesh
import Orbits
import Routing
import TestSupport
import Testing

@Suite struct RegionTests {
    private static func place(_ latitudeDeg: Double, _ longitudeDeg: Double) -> Geodetic {
        Geodetic(latitudeDeg: latitudeDeg, longitudeDeg: longitudeDeg)
    }

    private static func box(
        _ southDeg: Double, _ northDeg: Double, _ westDeg: Double, _ eastDeg: Double
    ) -> Region {
        let degree = Double.pi / 180
        return Region(
            name: "box", southRad: southDeg * degree, northRad: northDeg * degree,
            westRad: westDeg * degree, eastRad: eastDeg * degree)
    }

    @Test func `a box has its edges, and may cross the date line or the whole Earth`() {
        let atlantic = Self.box(20, 60, -60, -10)
        for (latitude, longitude, isInside) in [
            (40.0, -30.0, true), (20, -30, true), (60, -30, true), (40, -60, true),
            (40, -10, true), (19.9, -30, false), (60.1, -30, false), (40, -60.1, false),
            (40, -9.9, false), (40, 330, true), (40, 150, false),
        ] {
            #expect(atlantic.contains(Self.place(latitude, longitude)) == isInside)
        }
        for pacific in [Self.box(-90, 0, 170, -170), Self.box(-90, 0, 170, 190)] {
            #expect(pacific.contains(Self.place(-90, 12)) == false)
            #expect(pacific.contains(Self.place(-5, 180)))
            #expect(pacific.contains(Self.place(-5, -175)))
            #expect(!pacific.contains(Self.place(-5, -165)))
            #expect(!pacific.contains(Self.place(1, 180)))
        }
        let belt = Self.box(-10, 10, -180, 180)
        for longitude in stride(from: -180.0, through: 360, by: 7.5) {
            #expect(belt.contains(Self.place(3, longitude)))
            #expect(!belt.contains(Self.place(11, longitude)))
        }
    }

    /// Of a convex polygon the inside lies on the same side of all its great circles.
    @Test func `a convex polygon is the common half of its edges`() throws {
        var random = SeededGenerator(seed: 3)
        var inside = 0
        for _ in 0..<200 {
            // Corners on a small circle around a random place, in the order of their bearings.
            let centre = random.pointOnSphere(radius: 1)
            let other = random.pointOnSphere(radius: 1)
            var east = Self.cross(centre, other)
            east /= (east * east).sum().squareRoot()
            let north = Self.cross(east, centre)
            let radius = Double.random(in: 0.05...1.3, using: &random)
            let bearings = (0..<Int.random(in: 3...8, using: &random)).map {
                _ in Double.random(in: 0..<(2 * .pi), using: &random)
            }.sorted()
            let corners = bearings.map {
                cosine(radius) * centre + sine(radius) * (cosine($0) * east + sine($0) * north)
            }
            guard let region = Region(name: "hull", corners: corners.map(Self.geodetic)) else {
                continue
            }
            for _ in 0..<50 {
                let point = random.pointOnSphere(radius: 1)
                let sides = corners.indices.map { index in
                    (Self.cross(corners[index], corners[(index + 1) % corners.count]) * point)
                        .sum() > 0
                }
                // All corners lie in one half of the sphere, and so does the inside.
                let isInside = sides.allSatisfy { $0 } || sides.allSatisfy { !$0 }
                let isNear = (point * centre).sum() > 0
                #expect(region.contains(Self.geodetic(point)) == (isInside && isNear))
                if isInside && isNear { inside += 1 }
            }
        }
        #expect(inside > 300)
    }

    @Test func `polygons that share an edge share no place and leave none out`() throws {
        var random = SeededGenerator(seed: 4)
        // The octant of the sphere, cut in three at a place inside it.
        let corners = [Self.place(0, 0), Self.place(0, 90), Self.place(90, 0)]
        let middle = Self.place(33, 41)
        let whole = try #require(Region(name: "octant", corners: corners))
        let parts = try (0..<3).map { index in
            try #require(
                Region(name: "part", corners: [corners[index], corners[(index + 1) % 3], middle]))
        }
        var inside = 0
        for _ in 0..<2_000 {
            let place = Self.geodetic(random.pointOnSphere(radius: 1))
            let count = parts.count { $0.contains(place) }
            #expect(count == (whole.contains(place) ? 1 : 0))
            inside += count
        }
        #expect((200...300).contains(inside))
    }

    @Test func `a concave polygon leaves its notch out, and a pole may be inside`() throws {
        let notched = try #require(
            Region(
                name: "L",
                corners: [
                    Self.place(0, 0), Self.place(0, 20), Self.place(10, 20), Self.place(10, 10),
                    Self.place(20, 10), Self.place(20, 0),
                ]))
        #expect(notched.contains(Self.place(5, 15)) && notched.contains(Self.place(15, 5)))
        #expect(!notched.contains(Self.place(15, 15)))
        let cap = try #require(
            Region(name: "cap", corners: [0, 90, 180, 270].map { Self.place(60, $0) }))
        #expect(cap.contains(Self.place(90, 0)) && cap.contains(Self.place(75, 123)))
        // A great circle between two corners goes north of their parallel.
        #expect(!cap.contains(Self.place(61, 45)))
    }

    @Test func `what is no polygon is none`() {
        #expect(Region(name: "two", corners: [Self.place(0, 0), Self.place(1, 1)]) == nil)
        #expect(Region(name: "belt", corners: [0, 120, 240].map { Self.place(0, $0) }) == nil)
    }

    private static func cross(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> SIMD3<Double> {
        SIMD3(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x)
    }

    private static func geodetic(_ direction: SIMD3<Double>) -> Geodetic {
        Ellipsoid.sphere.geodetic(of: ITRFPosition(km: 6_371 * direction))
    }
}
