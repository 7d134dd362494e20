public import Orbits

/// The attraction of an oblate Earth: a point mass and the zonal harmonics J2, J3 and J4.
///
/// ```
/// U(r) = (μ / r) [1 − Σₙ Jₙ (R / r)ⁿ Pₙ(z / r)],   n = 2, 3, 4
/// ```
///
/// It turns with the Earth without changing, so that energy and the angular momentum about the axis
/// are conserved.
///
/// - Note: D. A. Vallado, *Fundamentals of Astrodynamics and Applications*, 4th ed., Microcosm 2013,
///   section 8.6. The constants are those of `GravityModel`.
public struct ZonalGravity: Sendable, Hashable {
    /// The constants.
    public let model: GravityModel

    /// Creates the attraction with the constants of a model.
    public init(_ model: GravityModel) { self.model = model }

    /// The acceleration at a position [km/s²].
    ///
    /// With s = z / r and the derivatives P′ of the Legendre polynomials,
    ///
    /// ```
    /// a = −(μ / r²) r̂ + Σₙ μ Jₙ Rⁿ / rⁿ⁺² [P′ₙ₊₁(s) r̂ − P′ₙ(s) ẑ]
    /// ```
    ///
    /// which has no singularity at the poles, unlike the form in latitude.
    ///
    /// - Parameter position: Position in an inertial frame with z along the Earth's axis [km].
    public func accelerationKmPerS2(at position: SIMD3<Double>) -> SIMD3<Double> {
        let r2 = (position * position).sum()
        let r = r2.squareRoot()
        let s = position.z / r
        let s2 = s * s
        let d2 = 3 * s
        let d3 = 1.5 * (5 * s2 - 1)
        let d4 = 2.5 * s * (7 * s2 - 3)
        let d5 = 1.875 * (1 + s2 * (21 * s2 - 14))
        let q = model.earthRadiusKm / r
        let q2 = q * q
        let (c2, c3, c4) = (model.j2 * q2, model.j3 * q2 * q, model.j4 * q2 * q2)
        let radial = c2 * d3 + c3 * d4 + c4 * d5 - 1
        let axial = c2 * d2 + c3 * d3 + c4 * d4
        let strength = model.muKm3PerS2 / r2
        return strength * (position * (radial / r) - SIMD3(0, 0, axial))
    }

    /// The energy of a unit of mass, kinetic and potential [km²/s²].
    public func energyKm2PerS2(of state: TEMEState) -> Double {
        let position = state.positionKm
        let velocity = state.velocityKmPerS
        let r = (position * position).sum().squareRoot()
        let s = position.z / r
        let s2 = s * s
        let q = model.earthRadiusKm / r
        let p2 = 0.5 * (3 * s2 - 1)
        let p3 = 0.5 * s * (5 * s2 - 3)
        let p4 = 0.125 * (3 + s2 * (35 * s2 - 30))
        let flattened = q * q * (model.j2 * p2 + q * (model.j3 * p3 + q * model.j4 * p4))
        return 0.5 * (velocity * velocity).sum() - model.muKm3PerS2 / r * (1 - flattened)
    }
}
