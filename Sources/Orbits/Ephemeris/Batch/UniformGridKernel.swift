/// SGP4 at the steps of a uniform grid of instants, within the ``NearEarthWindow``.
///
/// Of the three angles that grow in proportion to time, each is the sum of its value at an anchor,
/// every ``anchorSteps`` steps of the grid, and of one of as many offsets, and
///
/// ```
/// sin(a + b) = sin a cos b + cos a sin b        cos(a + b) = cos a cos b − sin a sin b
/// ```
///
/// costs six operations where a sine and a cosine cost forty. Each step is turned once from its own
/// anchor, so that no error accumulates: the rounding of three products and sums stays below 6e-16,
/// that of the anchor's angle, at most 1,280 rad, and of the offset's, at most 256 rad, below 4e-13 rad
/// together; the scalar code rounds one angle of that size. The rest is ``LowEccentricityKernel``.
enum UniformGridKernel {
    /// Steps of the grid from one anchor to the next; anchors are at multiples of it.
    static let anchorSteps = anchorVectors * Lanes.scalarCount

    /// Vectors from one anchor to the next: few, so that a short grid needs few offsets too.
    static let anchorVectors = 4

    /// The vectors of one angle's offsets, and of all three.
    static let offsetVectors = 2 * anchorVectors
    static let offsetCount = 3 * offsetVectors

    /// The doubles of one anchor: sine and cosine of three angles.
    static let anchorCount = 6

    /// The largest angle between two anchors [rad].
    static let largestOffset = 256.0

    /// Whether the steps of a grid are short enough for one satellite.
    static func serves(_ c: UnsafePointer<Lanes>, stepMinutes: Double) -> Bool {
        let rate =
            abs(c[NearEarthConstants.mdot][0]) + abs(c[NearEarthConstants.argpdot][0])
            + abs(c[NearEarthConstants.nodedot][0])
        return rate * Double(anchorSteps) * abs(stepMinutes) <= largestOffset
    }

    /// The sines and cosines of the offsets of one satellite: for each angle, for each eight steps,
    /// a vector of sines and one of cosines.
    @inline(never)
    static func fillOffsets(
        _ c: UnsafePointer<Lanes>, stepMinutes: Double, into offsets: UnsafeMutablePointer<Lanes>
    ) {
        var vector = 0
        while vector &* Lanes.scalarCount < anchorSteps {
            let first = Double(vector &* Lanes.scalarCount)
            let t = (Lanes(0, 1, 2, 3, 4, 5, 6, 7) + first) * stepMinutes
            put(VectorTrigonometry.sineCosine(c[NearEarthConstants.mdot] * t), offsets, vector)
            put(
                VectorTrigonometry.sineCosine(c[NearEarthConstants.argpdot] * t),
                offsets + offsetVectors, vector)
            put(
                VectorTrigonometry.sineCosine(c[NearEarthConstants.nodedot] * t),
                offsets + 2 * offsetVectors, vector)
            vector &+= 1
        }
    }

    /// The sines and cosines at eight anchors, whose instants are a clock's step.
    @inline(never)
    static func fillAnchors(
        _ c: UnsafePointer<Lanes>, clock: UnsafePointer<Lanes>,
        into anchors: UnsafeMutablePointer<Double>
    ) {
        let days = clock[0] - c[NearEarthConstants.day]
        let t = (days + (clock[1] - c[NearEarthConstants.fraction])) * 1_440
        let m = VectorTrigonometry.sineCosine(
            c[NearEarthConstants.mo] + c[NearEarthConstants.mdot] * t)
        let w = VectorTrigonometry.sineCosine(
            c[NearEarthConstants.argpo] + c[NearEarthConstants.argpdot] * t)
        let node = VectorTrigonometry.sineCosine(
            c[NearEarthConstants.nodeo] + c[NearEarthConstants.nodedot] * t)
        for lane in 0..<Lanes.scalarCount {
            let anchor = anchors + lane * anchorCount
            anchor[0] = m.sine[lane]
            anchor[1] = m.cosine[lane]
            anchor[2] = w.sine[lane]
            anchor[3] = w.cosine[lane]
            anchor[4] = node.sine[lane]
            anchor[5] = node.cosine[lane]
        }
    }

    /// Fills a tile whose first step is at an anchor, the first of those given.
    static func run(
        _ c: UnsafePointer<Lanes>, _ tile: KernelTile, _ gravity: GravityFactors,
        anchors: UnsafePointer<Double>, offsets: UnsafePointer<Lanes>
    ) {
        var first = 0
        while first < tile.steps {
            let stage = tile.stage(first, LowEccentricityKernel.stageSteps)
            fillAngles(
                stage, anchors: anchors + first / anchorVectors &* anchorCount, offsets: offsets)
            LowEccentricityKernel.finish(c, stage, gravity)
            first &+= LowEccentricityKernel.stageSteps
        }
    }

    @inline(never)
    private static func fillAngles(
        _ tile: KernelTile, anchors: UnsafePointer<Double>, offsets: UnsafePointer<Lanes>
    ) {
        var step = 0
        while step < tile.steps {
            let anchor = anchors + step / anchorVectors &* anchorCount
            let offset = offsets + 2 &* (step % anchorVectors)
            let (sineM, cosineM) = turned(anchor, offset)
            let (sineW, cosineW) = turned(anchor + 2, offset + offsetVectors)
            let (sineNode, cosineNode) = turned(anchor + 4, offset + 2 &* offsetVectors)
            tile.angles[step] = LowEccentricityKernel.Angles(
                sineM: sineM, cosineM: cosineM, sineW: sineW, cosineW: cosineW,
                sineNode: sineNode, cosineNode: cosineNode)
            step &+= 1
        }
    }

    @inline(__always)
    private static func turned(
        _ anchor: UnsafePointer<Double>, _ offset: UnsafePointer<Lanes>
    ) -> (Lanes, Lanes) {
        let (sine, cosine) = (anchor[0], anchor[1])
        return (
            offset[1] * sine + offset[0] * cosine,
            offset[1] * cosine - offset[0] * sine
        )
    }

    @inline(__always)
    private static func put(
        _ pair: (sine: Lanes, cosine: Lanes), _ offsets: UnsafeMutablePointer<Lanes>, _ vector: Int
    ) {
        offsets[2 &* vector] = pair.sine
        offsets[2 &* vector &+ 1] = pair.cosine
    }
}
