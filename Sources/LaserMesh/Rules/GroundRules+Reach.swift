import Orbits

extension GroundRules {
    /// The farthest that a satellite at a radius, or below, can be when a station sees it [km].
    ///
    /// At elevation e over a horizon that leans by δ from the centre's, a satellite at radius r is no
    /// farther than the root of d² + 2 d g sin(e − δ) + g² = r², with g the station's own radius.
    func reachKm(of observer: Observer, radiusKm greatestRadiusKm: Double) -> Double {
        let position = observer.position.km
        let radius = (position * position).sum().squareRoot()
        let lean = position - observer.up * (position * observer.up).sum()
        let leanSine = (lean * lean).sum().squareRoot() / max(radius, 1e-9)
        // sin(e − δ) ≥ sin e − δ, and δ is at most 1.6 times its sine below a right angle.
        let sine = max(-1, leastSine - 1.6 * leanSine - 1e-9)
        let square = radius * radius * (sine * sine - 1) + greatestRadiusKm * greatestRadiusKm
        guard square > 0 else { return 0 }
        let range = square.squareRoot() - radius * sine
        return max(0, min(maxSlantRangeKm, range) * (1 + 1e-9) + 1e-6)
    }
}
