/// Many satellites under SGP4, propagated together to many instants.
///
/// States go into planes that the caller gives, one for each coordinate, in any ``EphemerisLayout``.
/// Each state is the one of ``SGP4/state(minutesSinceEpoch:)`` to 1e-8 km and 1e-11 km/s, and each
/// code the same.
///
/// Eight states are computed at once, of one satellite at eight instants or of eight satellites at
/// one, whatever suits the layout. Which kernel a state comes from depends on its satellite and its
/// instant alone, and no kernel looks at the neighbours of a state:
///
/// - near the Earth, within a `NearEarthWindow`: `LowEccentricityKernel`;
/// - near the Earth, elsewhere: `GeneralKernel`, and the scalar code where that gives up;
/// - in deep space: the scalar code, with one ``ResonanceCursor`` a satellite.
///
/// So the bits of a state are the same alone, in any batch, in any order of satellites and instants
/// and on any thread. The states of a ``UniformGrid`` come from `UniformGridKernel` instead of the
/// first: their bits are those of that grid, whatever range of its steps is asked for.
///
/// A value of this type is immutable; threads may share it and fill different planes, or different
/// instants of the same.
public struct EphemerisBatch: Sendable {
    /// The theory of each satellite, or the code by which its elements are rejected at all times.
    public let theories: [Result<SGP4, SGP4Error>]

    /// The constants of the satellites near the Earth, in blocks of eight.
    let blocks: [Lanes]

    /// The satellites of the blocks' lanes; the last one is repeated to fill its block.
    let members: [Int]

    /// The number of satellites near the Earth.
    let nearEarthCount: Int

    /// The satellites that the kernels do not know, in ascending order.
    let others: [Int]

    let factors: GravityFactors

    /// Prepares the propagation of element sets.
    ///
    /// - Parameters:
    ///   - elements: One element set for each satellite.
    ///   - gravity: The gravity model.
    ///   - mode: The mode of operation; it matters in deep space only.
    /// - Complexity: O(satellites), 0.3 kB each beside the theory.
    public init(
        _ elements: [ElementSet], gravity: GravityModel = .wgs72, mode: OperationMode = .improved
    ) {
        theories = elements.map { set in
            Result { () throws(SGP4Error) in try SGP4(set, gravity: gravity, mode: mode) }
        }
        factors = GravityFactors(gravity)
        var members: [Int] = []
        var others: [Int] = []
        for (satellite, theory) in theories.enumerated() {
            if case .success(let theory) = theory, !theory.isDeepSpace {
                members.append(satellite)
            } else {
                others.append(satellite)
            }
        }
        nearEarthCount = members.count
        while let last = members.last, members.count % Lanes.scalarCount != 0 {
            members.append(last)
        }
        let count = NearEarthConstants.count
        var blocks = Array(
            repeating: Lanes(repeating: 0), count: members.count / Lanes.scalarCount * count)
        for (place, satellite) in members.enumerated() {
            guard case .success(let theory) = theories[satellite] else { continue }
            let (block, lane) = place.quotientAndRemainder(dividingBy: Lanes.scalarCount)
            for (k, value) in NearEarthConstants.values(of: theory).enumerated() {
                blocks[block * count + k][lane] = value
            }
        }
        self.members = members
        self.others = others
        self.blocks = blocks
    }

    /// The number of satellites.
    public var count: Int { theories.count }

    /// The inertial states of all satellites at instants.
    ///
    /// - Returns: New planes, all instants of one satellite after another.
    /// - Complexity: O(satellites · instants).
    public func states(at instants: [Instant]) -> EphemerisPlanes {
        let layout = EphemerisLayout.satelliteMajor(instants: instants.count)
        var planes = EphemerisPlanes(
            satellites: count, instants: instants.count, layout: layout)
        states(at: instants, into: &planes)
        return planes
    }

    /// Puts the states of all satellites at instants into planes and their rejections.
    ///
    /// - Parameters:
    ///   - instants: The instants, in any order.
    ///   - frame: The frame of the states.
    ///   - planes: Planes that are large enough for their layout.
    /// - Complexity: O(satellites · instants); allocates a small workspace.
    public func states(
        at instants: [Instant], frame: BatchFrame = .teme, into planes: inout EphemerisPlanes
    ) {
        fill(
            EphemerisRequest(instants: instants, frame: frame, layout: planes.layout),
            into: &planes)
    }

    /// Puts the states of all satellites at steps of a uniform grid into planes and their rejections.
    ///
    /// - Parameters:
    ///   - grid: The grid.
    ///   - steps: The steps of the grid; the first one is the instant 0 of the layout.
    ///   - frame: The frame of the states.
    ///   - planes: Planes that are large enough for their layout.
    /// - Complexity: O(satellites · instants); allocates a small workspace.
    public func states(
        on grid: UniformGrid, steps: Range<Int>, frame: BatchFrame = .teme,
        into planes: inout EphemerisPlanes
    ) {
        fill(
            EphemerisRequest(grid: grid, steps: steps, frame: frame, layout: planes.layout),
            into: &planes)
    }

    private func fill(_ request: EphemerisRequest, into planes: inout EphemerisPlanes) {
        // Taken out, so that each is the only reference to its memory and nothing is copied.
        var x = planes.x
        var y = planes.y
        var z = planes.z
        var vx = planes.vx
        var vy = planes.vy
        var vz = planes.vz
        planes.removeStates()
        var sx = x.mutableSpan
        var sy = y.mutableSpan
        var sz = z.mutableSpan
        var svx = vx.mutableSpan
        var svy = vy.mutableSpan
        var svz = vz.mutableSpan
        planes.rejections = fillStates(
            request, x: &sx, y: &sy, z: &sz, vx: &svx, vy: &svy, vz: &svz)
        planes.x = x
        planes.y = y
        planes.z = z
        planes.vx = vx
        planes.vy = vy
        planes.vz = vz
    }

    /// Puts the positions of all satellites at instants into planes.
    ///
    /// - Parameters:
    ///   - instants: The instants, in any order.
    ///   - frame: The frame of the positions.
    ///   - layout: Where each position goes.
    ///   - x: Plane of the x coordinates [km], NaN where there is no state.
    ///   - y: Plane of the y coordinates [km], likewise.
    ///   - z: Plane of the z coordinates [km], likewise.
    /// - Returns: The states that do not exist, by satellite and then by instant.
    /// - Complexity: O(satellites · instants); allocates a workspace of 0.2 MB at most and 0.1 kB an
    ///   instant.
    public func positions(
        at instants: [Instant], frame: BatchFrame = .teme, layout: EphemerisLayout,
        x: inout MutableSpan<Double>, y: inout MutableSpan<Double>, z: inout MutableSpan<Double>
    ) -> [EphemerisRejection] {
        let request = EphemerisRequest(instants: instants, frame: frame, layout: layout)
        return fillPositions(request, x: &x, y: &y, z: &z)
    }

    /// Puts the states of all satellites at instants into planes.
    ///
    /// - Parameters:
    ///   - instants: The instants, in any order.
    ///   - frame: The frame of the states; Earth-fixed velocities are those that a turning observer
    ///     sees.
    ///   - layout: Where each state goes.
    ///   - x: Plane of the x coordinates [km], NaN where there is no state.
    ///   - y: Plane of the y coordinates [km], likewise.
    ///   - z: Plane of the z coordinates [km], likewise.
    ///   - vx: Plane of the x velocities [km/s], likewise.
    ///   - vy: Plane of the y velocities [km/s], likewise.
    ///   - vz: Plane of the z velocities [km/s], likewise.
    /// - Returns: The states that do not exist, by satellite and then by instant.
    /// - Complexity: As ``positions(at:frame:layout:x:y:z:)``.
    public func states(
        at instants: [Instant], frame: BatchFrame = .teme, layout: EphemerisLayout,
        x: inout MutableSpan<Double>, y: inout MutableSpan<Double>, z: inout MutableSpan<Double>,
        vx: inout MutableSpan<Double>, vy: inout MutableSpan<Double>,
        vz: inout MutableSpan<Double>
    ) -> [EphemerisRejection] {
        let request = EphemerisRequest(instants: instants, frame: frame, layout: layout)
        return fillStates(request, x: &x, y: &y, z: &z, vx: &vx, vy: &vy, vz: &vz)
    }

    /// Puts the positions of all satellites at steps of a uniform grid into planes.
    ///
    /// Faster than instants one by one, and within the same 1e-8 km of the scalar code, but not to the
    /// bit of ``positions(at:frame:layout:x:y:z:)``: the bits belong to the grid. They do not depend
    /// on the range.
    ///
    /// - Parameters:
    ///   - grid: The grid.
    ///   - steps: The steps of the grid; the first one is the instant 0 of the layout.
    ///   - frame: The frame of the positions.
    ///   - layout: Where each position goes; best with an instant stride of 1.
    ///   - x: Plane of the x coordinates [km], NaN where there is no state.
    ///   - y: Plane of the y coordinates [km], likewise.
    ///   - z: Plane of the z coordinates [km], likewise.
    /// - Returns: The states that do not exist, by satellite and then by instant.
    /// - Complexity: As ``positions(at:frame:layout:x:y:z:)``.
    public func positions(
        on grid: UniformGrid, steps: Range<Int>, frame: BatchFrame = .teme,
        layout: EphemerisLayout,
        x: inout MutableSpan<Double>, y: inout MutableSpan<Double>, z: inout MutableSpan<Double>
    ) -> [EphemerisRejection] {
        let request = EphemerisRequest(grid: grid, steps: steps, frame: frame, layout: layout)
        return fillPositions(request, x: &x, y: &y, z: &z)
    }

    /// Puts the states of all satellites at steps of a uniform grid into planes.
    ///
    /// - Parameters:
    ///   - grid: The grid.
    ///   - steps: The steps of the grid; the first one is the instant 0 of the layout.
    ///   - frame: The frame of the states.
    ///   - layout: Where each state goes; best with an instant stride of 1.
    ///   - x: Plane of the x coordinates [km], NaN where there is no state.
    ///   - y: Plane of the y coordinates [km], likewise.
    ///   - z: Plane of the z coordinates [km], likewise.
    ///   - vx: Plane of the x velocities [km/s], likewise.
    ///   - vy: Plane of the y velocities [km/s], likewise.
    ///   - vz: Plane of the z velocities [km/s], likewise.
    /// - Returns: The states that do not exist, by satellite and then by instant.
    /// - Complexity: As ``positions(at:frame:layout:x:y:z:)``.
    public func states(
        on grid: UniformGrid, steps: Range<Int>, frame: BatchFrame = .teme,
        layout: EphemerisLayout,
        x: inout MutableSpan<Double>, y: inout MutableSpan<Double>, z: inout MutableSpan<Double>,
        vx: inout MutableSpan<Double>, vy: inout MutableSpan<Double>,
        vz: inout MutableSpan<Double>
    ) -> [EphemerisRejection] {
        let request = EphemerisRequest(grid: grid, steps: steps, frame: frame, layout: layout)
        return fillStates(request, x: &x, y: &y, z: &z, vx: &vx, vy: &vy, vz: &vz)
    }

    private func fillPositions(
        _ request: EphemerisRequest,
        x: inout MutableSpan<Double>, y: inout MutableSpan<Double>, z: inout MutableSpan<Double>
    ) -> [EphemerisRejection] {
        let needed = request.layout.planeCount(satellites: count, instants: request.count)
        precondition(min(x.count, y.count, z.count) >= needed, "planes are too small")
        return x.withUnsafeMutableBufferPointer { x in
            y.withUnsafeMutableBufferPointer { y in
                z.withUnsafeMutableBufferPointer { z in
                    guard needed > 0, let x = x.baseAddress, let y = y.baseAddress,
                        let z = z.baseAddress
                    else { return [] }
                    let planes = PlanePointers(
                        x: x, y: y, z: z, vx: x, vy: y, vz: z, hasVelocity: false)
                    return run(request, planes)
                }
            }
        }
    }

    private func fillStates(
        _ request: EphemerisRequest,
        x: inout MutableSpan<Double>, y: inout MutableSpan<Double>, z: inout MutableSpan<Double>,
        vx: inout MutableSpan<Double>, vy: inout MutableSpan<Double>,
        vz: inout MutableSpan<Double>
    ) -> [EphemerisRejection] {
        let needed = request.layout.planeCount(satellites: count, instants: request.count)
        precondition(
            min(min(x.count, y.count, z.count), min(vx.count, vy.count, vz.count)) >= needed,
            "planes are too small")
        return x.withUnsafeMutableBufferPointer { x in
            y.withUnsafeMutableBufferPointer { y in
                z.withUnsafeMutableBufferPointer { z in
                    vx.withUnsafeMutableBufferPointer { vx in
                        vy.withUnsafeMutableBufferPointer { vy in
                            vz.withUnsafeMutableBufferPointer { vz in
                                guard needed > 0, let x = x.baseAddress, let y = y.baseAddress,
                                    let z = z.baseAddress, let vx = vx.baseAddress,
                                    let vy = vy.baseAddress, let vz = vz.baseAddress
                                else { return [] }
                                let planes = PlanePointers(
                                    x: x, y: y, z: z, vx: vx, vy: vy, vz: vz, hasVelocity: true)
                                return run(request, planes)
                            }
                        }
                    }
                }
            }
        }
    }

    /// Fills the planes of a request.
    private func run(
        _ request: EphemerisRequest, _ planes: PlanePointers
    ) -> [EphemerisRejection] {
        var run = EphemerisRun(batch: self, request: request, planes: planes)
        return run.rejections()
    }

    /// Puts the Earth-fixed positions at one instant into planes, one element a satellite.
    func positions(
        at instant: Instant, into planes: inout PositionPlanes
    ) -> [EphemerisRejection] {
        // Taken out, so that each is the only reference to its memory and nothing is copied.
        var (x, y, z): ([Double], [Double], [Double]) = ([], [], [])
        swap(&x, &planes.x)
        swap(&y, &planes.y)
        swap(&z, &planes.z)
        defer {
            swap(&x, &planes.x)
            swap(&y, &planes.y)
            swap(&z, &planes.z)
        }
        var sx = x.mutableSpan
        var sy = y.mutableSpan
        var sz = z.mutableSpan
        return positions(
            at: [instant], frame: .earthFixed, layout: .timeMajor(satellites: count),
            x: &sx, y: &sy, z: &sz)
    }
}
