import CHeliograph
import Orbits

/// The planes of a caller, checked.
struct StatePlanes {
    /// When the states are.
    enum Times {
        case instants([Instant])
        case grid(UniformGrid, Range<Int>)

        var instants: [Instant] {
            switch self {
            case .instants(let instants): instants
            case .grid(let grid, let steps): steps.map { grid[$0] }
            }
        }
    }

    private typealias Plane = UnsafeMutablePointer<Double>
    private let position: (x: Plane, y: Plane, z: Plane)
    private let velocity: (x: Plane, y: Plane, z: Plane)?
    private let code: UnsafeMutablePointer<UInt8>?
    private let layout: EphemerisLayout

    /// The elements that are filled.
    private let count: Int

    init(
        _ planes: UnsafePointer<helio_planes>?, satellites: Int, instants: Int
    ) throws(CallFailure) {
        let planes = try Check.pointer(planes, "planes").pointee
        count = try Check.product(satellites, instants, "a plane")
        guard planes.size >= count, planes.size <= Check.largestCount else {
            throw .size(
                "the size of the planes", found: planes.size, expected: "\(count) or more")
        }
        position = (
            try Check.pointer(planes.x_km, "x_km"), try Check.pointer(planes.y_km, "y_km"),
            try Check.pointer(planes.z_km, "z_km")
        )
        if let x = planes.vx_km_s, let y = planes.vy_km_s, let z = planes.vz_km_s {
            velocity = (x, y, z)
        } else {
            guard planes.vx_km_s == nil, planes.vy_km_s == nil, planes.vz_km_s == nil else {
                throw .null("one of vx_km_s, vy_km_s and vz_km_s")
            }
            velocity = nil
        }
        code = planes.code
        switch Int(planes.layout) {
        case HELIO_SATELLITE_MAJOR: layout = .satelliteMajor(instants: instants)
        case HELIO_TIME_MAJOR: layout = .timeMajor(satellites: satellites)
        default:
            throw .argument(
                "layout", found: planes.layout,
                expected: "HELIO_SATELLITE_MAJOR or HELIO_TIME_MAJOR")
        }
    }

    /// The element of a satellite at an instant.
    func element(_ satellite: Int, _ instant: Int) -> Int {
        satellite * layout.satelliteStride + instant * layout.instantStride
    }

    /// Puts in the states and codes of all satellites.
    func fill(with satellites: Constellation, _ times: Times, _ frame: BatchFrame) {
        code?.update(repeating: 0, count: count)
        for rejection in rejections(satellites, times, frame) {
            code?[element(rejection.satellite, rejection.instant)] =
                UInt8(truncatingIfNeeded: rejection.error.code)
        }
    }

    private func rejections(
        _ satellites: Constellation, _ times: Times, _ frame: BatchFrame
    ) -> [EphemerisRejection] {
        guard let batch = satellites.sgp4Batch else {
            return fillPlainly(satellites, times.instants, frame)
        }
        var x = MutableSpan(_unsafeStart: position.x, count: count)
        var y = MutableSpan(_unsafeStart: position.y, count: count)
        var z = MutableSpan(_unsafeStart: position.z, count: count)
        guard let velocity else {
            return switch times {
            case .instants(let instants):
                batch.positions(at: instants, frame: frame, layout: layout, x: &x, y: &y, z: &z)
            case .grid(let grid, let steps):
                batch.positions(
                    on: grid, steps: steps, frame: frame, layout: layout, x: &x, y: &y, z: &z)
            }
        }
        var vx = MutableSpan(_unsafeStart: velocity.x, count: count)
        var vy = MutableSpan(_unsafeStart: velocity.y, count: count)
        var vz = MutableSpan(_unsafeStart: velocity.z, count: count)
        return switch times {
        case .instants(let instants):
            batch.states(
                at: instants, frame: frame, layout: layout, x: &x, y: &y, z: &z, vx: &vx,
                vy: &vy, vz: &vz)
        case .grid(let grid, let steps):
            batch.states(
                on: grid, steps: steps, frame: frame, layout: layout, x: &x, y: &y, z: &z,
                vx: &vx, vy: &vy, vz: &vz)
        }
    }

    /// Fills by the theory one state after another, for what has no batch.
    private func fillPlainly(
        _ satellites: Constellation, _ instants: [Instant], _ frame: BatchFrame
    ) -> [EphemerisRejection] {
        var rejections: [EphemerisRejection] = []
        let rotations = instants.map { EarthRotation(at: $0) }
        for satellite in 0..<satellites.count {
            for (index, instant) in instants.enumerated() {
                let place = element(satellite, index)
                do throws(SGP4Error) {
                    let state = try satellites.state(of: satellite, at: instant)
                    let fixed = rotations[index].itrf(state)
                    put(
                        place, frame == .teme ? state.positionKm : fixed.position.km,
                        frame == .teme ? state.velocityKmPerS : fixed.velocityKmPerS)
                } catch {
                    put(place, SIMD3(repeating: .nan), SIMD3(repeating: .nan))
                    rejections.append(
                        EphemerisRejection(satellite: satellite, instant: index, error: error))
                }
            }
        }
        return rejections
    }

    /// Turns the states from TEME to Earth-fixed.
    func turnToEarthFixed(at instants: [Instant], satellites: Int) {
        for (index, instant) in instants.enumerated() {
            let rotation = EarthRotation(at: instant)
            for satellite in 0..<satellites {
                let place = element(satellite, index)
                let state = TEMEState(
                    positionKm: SIMD3(
                        position.x[place], position.y[place], position.z[place]),
                    velocityKmPerS: velocity.map { SIMD3($0.x[place], $0.y[place], $0.z[place]) }
                        ?? SIMD3(repeating: 0))
                let fixed = rotation.itrf(state)
                put(place, fixed.position.km, fixed.velocityKmPerS)
            }
        }
    }

    private func put(_ place: Int, _ p: SIMD3<Double>, _ v: SIMD3<Double>) {
        (position.x[place], position.y[place], position.z[place]) = (p.x, p.y, p.z)
        guard let velocity else { return }
        (velocity.x[place], velocity.y[place], velocity.z[place]) = (v.x, v.y, v.z)
    }
}
