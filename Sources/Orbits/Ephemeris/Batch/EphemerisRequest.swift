/// What a batch is asked for: instants or the steps of a grid, a frame and a layout.
struct EphemerisRequest {
    let instants: [Instant]
    let frame: BatchFrame
    let layout: EphemerisLayout

    /// The Earth's rotation at each instant; empty in TEME.
    let rotations: [EarthRotation]

    /// The grid that the instants are steps of, and how many steps the first one is after an anchor.
    let grid: UniformGrid?
    let stepsAfterAnchor: Int
    private let firstStep: Int

    init(instants: [Instant], frame: BatchFrame, layout: EphemerisLayout) {
        self.init(instants, frame, layout, grid: nil, firstStep: 0)
    }

    init(grid: UniformGrid, steps: Range<Int>, frame: BatchFrame, layout: EphemerisLayout) {
        self.init(steps.map { grid[$0] }, frame, layout, grid: grid, firstStep: steps.lowerBound)
    }

    private init(
        _ instants: [Instant], _ frame: BatchFrame, _ layout: EphemerisLayout,
        grid: UniformGrid?, firstStep: Int
    ) {
        self.instants = instants
        self.frame = frame
        self.layout = layout
        self.grid = grid
        self.firstStep = firstStep
        let period = UniformGridKernel.anchorSteps
        let rest = firstStep % period
        stepsAfterAnchor = grid == nil ? 0 : rest < 0 ? rest + period : rest
        rotations = frame == .teme ? [] : instants.map { EarthRotation(at: $0) }
    }

    /// The number of instants.
    var count: Int { instants.count }

    /// The instant of an anchor, counted from the last one before the first instant.
    func anchor(_ index: Int) -> Instant? {
        grid.map { $0[firstStep - stepsAfterAnchor + index * UniformGridKernel.anchorSteps] }
    }

    /// Whether eight instants of one satellite are computed at once, not eight satellites at one.
    var hasTimeLanes: Bool {
        if grid != nil { return true }
        return count >= Lanes.scalarCount
            && (layout.instantStride == 1 || layout.satelliteStride != 1)
    }
}

/// The planes that a batch fills.
struct PlanePointers {
    var x: UnsafeMutablePointer<Double>
    var y: UnsafeMutablePointer<Double>
    var z: UnsafeMutablePointer<Double>
    var vx: UnsafeMutablePointer<Double>
    var vy: UnsafeMutablePointer<Double>
    var vz: UnsafeMutablePointer<Double>
    var hasVelocity: Bool

    /// Puts a state, or NaN where there is none.
    func put(_ element: Int, _ position: SIMD3<Double>, _ velocity: SIMD3<Double>) {
        x[element] = position.x
        y[element] = position.y
        z[element] = position.z
        guard hasVelocity else { return }
        vx[element] = velocity.x
        vy[element] = velocity.y
        vz[element] = velocity.z
    }
}
