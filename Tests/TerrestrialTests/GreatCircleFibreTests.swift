import Orbits
import Terrestrial
import Testing

@Suite struct GreatCircleFibreTests {
    /// London to New York, 5,570 km over the great circle: 54.5 ms there and back in glass.
    @Test func `London and New York`() {
        let london = Geodetic(latitudeDeg: 51.5085, longitudeDeg: -0.1257)
        let newYork = Geodetic(latitudeDeg: 40.7143, longitudeDeg: -74.006)
        let distance = Ellipsoid.wgs84.greatCircleKm(from: london, to: newYork)
        #expect(abs(distance - 5_570) < 3)
        #expect(abs(GreatCircleFibre().rttMs(greatCircleKm: distance) - 54.55) < 0.03)
        // Handley's fibre at two thirds of the speed of light (HotNets 2018).
        let handley = GreatCircleFibre(refractiveIndex: 1.5).rttMs(greatCircleKm: distance)
        #expect(abs(handley - 55.8) < 0.1)
        #expect(
            GreatCircleFibre(stretch: 2).rttMs(greatCircleKm: 1)
                == 2 * GreatCircleFibre().rttMs(greatCircleKm: 1))
    }
}
