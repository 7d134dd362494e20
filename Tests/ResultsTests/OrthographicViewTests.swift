import Testing

@testable import Results

/// The Earth from far above, against what the projection is by definition.
@Suite struct OrthographicViewTests {
    private func close(_ point: OrthographicView.Point?, _ x: Double, _ y: Double) -> Bool {
        guard let point else { return false }
        return abs(point.x - x) < 1e-12 && abs(point.y - y) < 1e-12
    }

    @Test func `the middle, the rim and the far side`() {
        let view = OrthographicView(latitudeDeg: 0, longitudeDeg: 30)
        #expect(close(view.point(latitudeDeg: 0, longitudeDeg: 30), 0, 0))
        #expect(close(view.point(latitudeDeg: 90, longitudeDeg: 0), 0, 1))
        // East is to the right: half the radius at 30 degrees.
        #expect(close(view.point(latitudeDeg: 0, longitudeDeg: 60), 0.5, 0))
        #expect(view.point(latitudeDeg: 0, longitudeDeg: -150) == nil)
        let north = OrthographicView(latitudeDeg: 90, longitudeDeg: 0)
        #expect(close(north.point(latitudeDeg: 60, longitudeDeg: 90), 0.5, 0))
        #expect(view.words == "seen from above 0°, 30° E")
    }

    @Test func `lines end at the rim`() {
        let view = OrthographicView(latitudeDeg: 0, longitudeDeg: 0)
        let equator = stride(from: -180.0, through: 180, by: 7.5).map {
            (longitudeDeg: $0, latitudeDeg: 0.0)
        }
        let parts = view.parts(of: equator)
        #expect(parts.count == 1)
        #expect(close(parts.first?.first, -1, 0) && close(parts.first?.last, 1, 0))
        // A line that comes back on the other side has two parts, and none on the far side.
        let back = (equator + [(180, 0), (-150, 0), (-80, 0), (-70, 0)]).map { $0 }
        #expect(view.parts(of: back).count == 2)
        #expect(view.parts(of: [(120, 0), (180, 10)]).isEmpty)
        for part in view.graticule {
            #expect(part.allSatisfy { $0.x * $0.x + $0.y * $0.y <= 1 + 1e-12 })
        }
    }

    @Test func `the view turns to the places`() {
        let view = OrthographicView(of: [(0, 170), (0, -150)])
        #expect(abs(view.centre.longitudeDeg) == 170 && view.centre.latitudeDeg == 0)
        #expect(view.centre.longitudeDeg == -170)
        // Antipodes have no middle.
        #expect(OrthographicView(of: [(0, 0), (0, 180)]).centre.longitudeDeg == 0)
        #expect(OrthographicView(of: []).centre.latitudeDeg == 0)
    }
}
