/// Many satellites under one theory, propagated together, or with given positions.
///
/// A satellite that the theory rejects, be it once and for all or at some instants only, has no
/// position there and is reported with its code; the others go on.
public struct Constellation: Sendable {
    /// The element sets, in the order of the satellites; none where positions are given.
    public let elements: [ElementSet]

    /// The number of satellites.
    public let count: Int

    /// The satellites under their theory.
    private enum Satellites {
        case sgp4(EphemerisBatch)
        case keplerJ2([Result<J2Propagator, SGP4Error>])
        case given(GivenPositions)
    }

    private let satellites: Satellites

    /// Prepares the propagation of element sets.
    ///
    /// - Parameters:
    ///   - elements: One element set for each satellite.
    ///   - kind: The theory.
    ///   - gravity: The gravity model.
    /// - Complexity: O(satellites).
    public init(
        _ elements: [ElementSet], propagator kind: PropagatorKind = .sgp4,
        gravity: GravityModel = .wgs72
    ) {
        self.elements = elements
        count = elements.count
        switch kind {
        case .sgp4: satellites = .sgp4(EphemerisBatch(elements, gravity: gravity))
        case .keplerJ2:
            satellites = .keplerJ2(
                elements.map { set in
                    Result { () throws(SGP4Error) in try J2Propagator(set, gravity: gravity) }
                })
        }
    }

    /// Takes satellites whose positions are given.
    public init(_ positions: GivenPositions) {
        elements = []
        count = positions.count
        satellites = .given(positions)
    }

    /// The satellites under SGP4 as one batch, for planes of the caller's own; `nil` of others.
    public var sgp4Batch: EphemerisBatch? {
        guard case .sgp4(let batch) = satellites else { return nil }
        return batch
    }

    /// The given positions; `nil` of satellites under a theory.
    public var givenPositions: GivenPositions? {
        guard case .given(let positions) = satellites else { return nil }
        return positions
    }

    /// The inertial state of one satellite at an instant.
    ///
    /// - Throws: The code by which the theory rejects the satellite there.
    public func state(of satellite: Int, at instant: Instant) throws(SGP4Error) -> TEMEState {
        switch satellites {
        case .sgp4(let batch): try batch.theories[satellite].get().state(at: instant)
        case .keplerJ2(let theories): try theories[satellite].get().state(at: instant)
        case .given(let positions):
            EarthRotation(at: instant).teme(try positions.state(of: satellite, at: instant))
        }
    }

    /// The Earth-fixed state of one satellite; that of given positions as it was given.
    private func state(
        of satellite: Int, at instant: Instant, by rotation: EarthRotation
    ) throws(SGP4Error) -> ITRFState {
        if case .given(let positions) = satellites {
            return try positions.state(of: satellite, at: instant)
        }
        return rotation.itrf(try state(of: satellite, at: instant))
    }

    /// Puts the Earth-fixed positions of all satellites at an instant into planes.
    ///
    /// - Parameters:
    ///   - instant: The instant.
    ///   - planes: Where to put them; NaN for a satellite without a position. Its first ``count``
    ///     nodes are the satellites.
    ///   - rejected: Called with each satellite that is rejected, in ascending order, and its code.
    /// - Complexity: O(satellites); SGP4 by ``EphemerisBatch``, which allocates a small workspace.
    public func positions(
        at instant: Instant, into planes: inout PositionPlanes,
        rejected: (Int, SGP4Error) -> Void = { _, _ in }
    ) {
        precondition(planes.count >= count)
        guard case .sgp4(let batch) = satellites else {
            plainPositions(at: instant, into: &planes, rejected: rejected)
            return
        }
        for rejection in batch.positions(at: instant, into: &planes) {
            rejected(rejection.satellite, rejection.error)
        }
    }

    /// Puts the Earth-fixed positions of all satellites at several instants into planes, one for each.
    ///
    /// The positions are to the bit those of ``positions(at:into:rejected:)``, however the instants
    /// are shared out over calls.
    ///
    /// - Parameters:
    ///   - instants: The instants.
    ///   - planes: Where to put them, as many as instants.
    ///   - rejected: Called with each instant and satellite that is rejected, in ascending order, and
    ///     its code.
    /// - Complexity: O(satellites · instants).
    public func positions(
        at instants: [Instant], into planes: inout [PositionPlanes],
        rejected: (_ instant: Int, _ satellite: Int, SGP4Error) -> Void = { _, _, _ in }
    ) {
        precondition(planes.count >= instants.count)
        for (index, instant) in instants.enumerated() {
            positions(at: instant, into: &planes[index]) { rejected(index, $0, $1) }
        }
    }

    /// Puts the Earth-fixed positions of all satellites at several instants into planes.
    ///
    /// - Parameters:
    ///   - instants: The instants.
    ///   - layout: Where each position goes.
    ///   - x: Plane of the x coordinates [km], NaN where there is no position.
    ///   - y: Plane of the y coordinates [km], likewise.
    ///   - z: Plane of the z coordinates [km], likewise.
    /// - Returns: The positions that do not exist, by satellite and then by instant.
    /// - Complexity: O(satellites · instants).
    public func positions(
        at instants: [Instant], layout: EphemerisLayout,
        x: inout MutableSpan<Double>, y: inout MutableSpan<Double>, z: inout MutableSpan<Double>
    ) -> [EphemerisRejection] {
        if case .sgp4(let batch) = satellites {
            return batch.positions(
                at: instants, frame: .earthFixed, layout: layout, x: &x, y: &y, z: &z)
        }
        var rejections: [EphemerisRejection] = []
        let rotations = instants.map { EarthRotation(at: $0) }
        for satellite in 0..<count {
            for (index, instant) in instants.enumerated() {
                var position = SIMD3(repeating: Double.nan)
                do throws(SGP4Error) {
                    position = try state(
                        of: satellite, at: instant, by: rotations[index]
                    ).position.km
                } catch {
                    rejections.append(
                        EphemerisRejection(satellite: satellite, instant: index, error: error))
                }
                let element =
                    layout.offset + satellite * layout.satelliteStride
                    + index * layout.instantStride
                x[element] = position.x
                y[element] = position.y
                z[element] = position.z
            }
        }
        return rejections
    }

    /// Puts the states of all satellites at several instants into planes and their rejections.
    ///
    /// - Parameters:
    ///   - instants: The instants.
    ///   - frame: The frame of the states; Earth-fixed velocities are those that a turning observer
    ///     sees.
    ///   - planes: Planes that are large enough for their layout; NaN where there is no state.
    /// - Complexity: O(satellites · instants).
    public func states(
        at instants: [Instant], frame: BatchFrame, into planes: inout EphemerisPlanes
    ) {
        if case .sgp4(let batch) = satellites {
            batch.states(at: instants, frame: frame, into: &planes)
            return
        }
        planes.rejections = []
        let rotations = instants.map { EarthRotation(at: $0) }
        let layout = planes.layout
        for satellite in 0..<count {
            for (index, instant) in instants.enumerated() {
                var position = SIMD3(repeating: Double.nan)
                var velocity = position
                do throws(SGP4Error) {
                    let state = try state(of: satellite, at: instant)
                    let fixed = rotations[index].itrf(state)
                    position = frame == .teme ? state.positionKm : fixed.position.km
                    velocity = frame == .teme ? state.velocityKmPerS : fixed.velocityKmPerS
                } catch {
                    planes.rejections.append(
                        EphemerisRejection(satellite: satellite, instant: index, error: error))
                }
                let element =
                    layout.offset + satellite * layout.satelliteStride
                    + index * layout.instantStride
                planes.x[element] = position.x
                planes.y[element] = position.y
                planes.z[element] = position.z
                planes.vx[element] = velocity.x
                planes.vy[element] = velocity.y
                planes.vz[element] = velocity.z
            }
        }
    }

    /// The plain twin of ``positions(at:into:rejected:)``: one satellite after another by the scalar
    /// code.
    func plainPositions(
        at instant: Instant, into planes: inout PositionPlanes,
        rejected: (Int, SGP4Error) -> Void = { _, _ in }
    ) {
        let rotation = EarthRotation(at: instant)
        for satellite in 0..<count {
            do {
                planes[satellite] = try state(of: satellite, at: instant, by: rotation)
                    .position.km
            } catch {
                planes[satellite] = SIMD3(repeating: .nan)
                rejected(satellite, error)
            }
        }
    }
}
