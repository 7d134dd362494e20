import LaserMesh
import Orbits

/// An `azimuth_mask` of a scenario: corners of a skyline.
enum MaskKeys {
    /// Reads a list of corners, each an azimuth and an elevation.
    static func mask(_ value: YAMLValue) throws(ScenarioError) -> AzimuthMask {
        let expected = "a list of [azimuth, elevation] in degrees, no azimuth twice"
        var corners: [(azimuthRad: Double, elevationRad: Double)] = []
        for item in try value.items(expected: expected) {
            let pair = try item.items(expected: "an azimuth and an elevation")
            guard pair.count == 2 else {
                throw item.wrong(expected: "an azimuth and an elevation")
            }
            corners.append(
                (
                    try pair[0].number("degrees", in: -180...360) * .pi / 180,
                    try pair[1].number("degrees", in: -90...90) * .pi / 180
                ))
        }
        guard let mask = AzimuthMask(corners) else { throw value.wrong(expected: expected) }
        return mask
    }
}
