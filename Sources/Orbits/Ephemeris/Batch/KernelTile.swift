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

    /// Minutes since the epochs at a step, by the operations of the scalar code.
    @inline(__always)
    func minutes(_ c: UnsafePointer<Lanes>, _ step: Int) -> Lanes {
        let at = clock + step &* Self.clockCount
        let days = at[0] - c[NearEarthConstants.day]
        return (days + (at[1] - c[NearEarthConstants.fraction])) * 1_440
    }

    /// Turns the states of a step where asked, and stores them.
    @inline(__always)
    func store(_ s: ShortPeriods.States, _ step: Int) {
        let at = step &* stride
        var (px, py) = (s.x, s.y)
        let rotation = clock + step &* Self.clockCount
        if isEarthFixed {
            px = rotation[2] * s.x + rotation[3] * s.y
            py = rotation[2] * s.y - rotation[3] * s.x
        }
        Self.put(px, x + at)
        Self.put(py, y + at)
        Self.put(s.z, z + at)
        guard hasVelocity else { return }
        var (qx, qy) = (s.vx, s.vy)
        if isEarthFixed {
            qx = (rotation[2] * s.vx + rotation[3] * s.vy) + rotation[4] * py
            qy = (rotation[2] * s.vy - rotation[3] * s.vx) - rotation[4] * px
        }
        Self.put(qx, vx + at)
        Self.put(qy, vy + at)
        Self.put(s.vz, vz + at)
    }

    @inline(__always)
    private static func put(_ lanes: Lanes, _ place: UnsafeMutablePointer<Double>) {
        UnsafeMutableRawPointer(place).storeBytes(of: lanes, as: Lanes.self)
    }
}
