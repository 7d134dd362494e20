import Orbits

/// How long the lasers of a mesh are, and how low its satellites: enough to bound routes from below.
package struct LaserExtent: Sendable, Hashable {
    /// The longest laser [km]; zero where there is none.
    package let longestKm: Double

    /// The least distance of a satellite from the Earth's centre [km]; infinite where there is none.
    package let leastRadiusKm: Double

    /// Measures some links and positions.
    ///
    /// - Complexity: O(links + satellites).
    init(of links: [Link], among positions: PositionPlanes, satelliteCount: Int) {
        var longest = 0.0
        for link in links where link.kind == .laser { longest = max(longest, link.lengthKm) }
        var least = Double.infinity
        for satellite in 0..<satelliteCount {
            let p = positions[satellite]
            let square = (p * p).sum()
            // Not the least of both, which would take the NaN of a satellite without a position.
            if square < least { least = square }
        }
        longestKm = longest
        leastRadiusKm = least.squareRoot()
    }
}
