/// What a kernel reads and writes in one run: the instants of a tile and the places of its states.
struct KernelTile {
    /// Five vectors a step: Julian date and day fraction of the instants, and cosine, sine and rate
    /// of the Earth's rotation there.
    static let clockCount = 5

    /// The most steps of one run, so that what it touches stays in the nearest cache.
    static let largestSteps = 32

    /// The instants.
    var clock: UnsafePointer<Lanes>

    /// The number of steps; each writes eight states.
    var steps: Int

    /// Where the first eight states go, one pointer for each coordinate.
    var x: UnsafeMutablePointer<Double>
    var y: UnsafeMutablePointer<Double>
    var z: UnsafeMutablePointer<Double>
    var vx: UnsafeMutablePointer<Double>
    var vy: UnsafeMutablePointer<Double>
    var vz: UnsafeMutablePointer<Double>

    /// From one step's states to the next one's, in doubles.
    var stride: Int

    /// Whether the velocities are wanted.
    var hasVelocity: Bool

    /// Whether the states are turned to the Earth-fixed frame.
    var isEarthFixed: Bool

    /// What the stages of ``LowEccentricityKernel`` hand to each other, an element a step.
    var angles: UnsafeMutablePointer<LowEccentricityKernel.Angles>
    var periods: UnsafeMutablePointer<ShortPeriods>

    /// A few steps of the tile.
    @inline(__always)
    func stage(_ first: Int, _ count: Int) -> KernelTile {
        var stage = self
        let at = first &* stride
        stage.clock = clock + first &* Self.clockCount
        stage.steps = min(count, steps &- first)
        stage.x = x + at
        stage.y = y + at
        stage.z = z + at
        stage.vx = vx + at
        stage.vy = vy + at
        stage.vz = vz + at
        return stage
    }

    /// Minutes since the epochs at a step, by the operations of the scalar code.
    @inline(__always)
    func minutes(_ c: UnsafePointer<Lanes>, _ step: Int) -> Lanes {
        let at = clock + step &* Self.clockCount
        let days = at[0] - c[NearEarthConstants.day]
        return (days + (at[1] - c[NearEarthConstants.fraction])) * 1_440
    }

    /// Stores the positions of a step.
    @inline(__always)
    func storePosition(_ s: ShortPeriods.States, _ step: Int) {
        let at = step &* stride
        Self.put(s.x, x + at)
        Self.put(s.y, y + at)
        Self.put(s.z, z + at)
    }

    /// Stores the velocities of a step.
    @inline(__always)
    func storeVelocity(_ s: ShortPeriods.States, _ step: Int) {
        let at = step &* stride
        Self.put(s.vx, vx + at)
        Self.put(s.vy, vy + at)
        Self.put(s.vz, vz + at)
    }

    /// Turns the stored states to the Earth-fixed frame, by the operations of ``EarthRotation``.
    ///
    /// A loop of its own: a branch among the stores of a kernel makes the compiler take its vectors
    /// to pieces.
    @inline(never)
    func turn() {
        var step = 0
        while step < steps {
            let at = step &* stride
            let rotation = clock + step &* Self.clockCount
            let (cosine, sine, rate) = (rotation[2], rotation[3], rotation[4])
            let (tx, ty) = (Self.get(x + at), Self.get(y + at))
            let px = cosine * tx + sine * ty
            let py = cosine * ty - sine * tx
            Self.put(px, x + at)
            Self.put(py, y + at)
            if hasVelocity {
                let (ux, uy) = (Self.get(vx + at), Self.get(vy + at))
                Self.put((cosine * ux + sine * uy) + rate * py, vx + at)
                Self.put((cosine * uy - sine * ux) - rate * px, vy + at)
            }
            step &+= 1
        }
    }

    @inline(__always)
    private static func get(_ place: UnsafeMutablePointer<Double>) -> Lanes {
        UnsafeMutableRawPointer(place).loadUnaligned(as: Lanes.self)
    }

    @inline(__always)
    private static func put(_ lanes: Lanes, _ place: UnsafeMutablePointer<Double>) {
        UnsafeMutableRawPointer(place).storeBytes(of: lanes, as: Lanes.self)
    }
}
