//! From a two-line element set to a state in TEME and a place over the Earth.
import Orbits

let elements = try TLE.read(
    line1: "1 00005U 58002B   00179.78495062  .00000023  00000-0  28098-4 0  4753",
    line2: "2 00005  34.2682 348.7242 1859667 331.7664  19.3264 10.82419157413667")
let propagator = try SGP4(elements)
let state = try propagator.state(minutesSinceEpoch: 90)
print("TEME:", state.positionKm, "km")

// The same through a constellation, for an instant of UTC and in the Earth-fixed frame.
let instant = elements.epoch.advanced(bySeconds: 90 * 60)
let fixed = EarthRotation(at: instant).itrf(state)
let place = Ellipsoid.wgs84.geodetic(of: fixed.position)
print("over", place.latitudeDeg, place.longitudeDeg, "at", place.altitudeKm, "km")
