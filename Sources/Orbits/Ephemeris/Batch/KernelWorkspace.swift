/// The memory of one filling of planes, aligned to vectors; freed by ``deallocate()``.
final class KernelWorkspace {
    /// The clock, ``KernelTile/clockCount`` vectors a step.
    let clock: UnsafeMutablePointer<Lanes>

    /// The constants of one satellite, the same in all lanes.
    let constants: UnsafeMutablePointer<Lanes>

    /// The offsets of one satellite on a grid.
    let offsets: UnsafeMutablePointer<Lanes>

    /// The anchors of one satellite on a grid, their instants, and the vectors of these.
    private(set) var anchors: UnsafeMutablePointer<Double>
    private(set) var anchorClock: UnsafeMutablePointer<Lanes>
    private(set) var anchorVectors = 0

    private let angles: UnsafeMutablePointer<LowEccentricityKernel.Angles>
    private let periods: UnsafeMutablePointer<ShortPeriods>
    private let scratch: UnsafeMutablePointer<Lanes>

    private static let planes = 6

    init(clockSteps: Int) {
        let zero = Lanes(repeating: 0)
        func vectors(_ count: Int) -> UnsafeMutablePointer<Lanes> {
            let memory = UnsafeMutablePointer<Lanes>.allocate(capacity: count)
            memory.initialize(repeating: zero, count: count)
            return memory
        }
        clock = vectors(clockSteps * KernelTile.clockCount)
        constants = vectors(NearEarthConstants.count)
        offsets = vectors(UniformGridKernel.offsetCount)
        scratch = vectors(2 * Self.planes * KernelTile.largestSteps)
        angles = .allocate(capacity: LowEccentricityKernel.stageSteps)
        periods = .allocate(capacity: LowEccentricityKernel.stageSteps)
        anchorClock = vectors(1)
        anchors = .allocate(capacity: 1)
    }

    /// Makes room for so many anchors.
    func allocateAnchors(_ wanted: Int) {
        anchorClock.deallocate()
        anchors.deallocate()
        anchorVectors = (wanted + Lanes.scalarCount - 1) / Lanes.scalarCount
        anchorClock = .allocate(capacity: anchorVectors * KernelTile.clockCount)
        anchorClock.initialize(
            repeating: Lanes(repeating: 0), count: anchorVectors * KernelTile.clockCount)
        let count = anchorVectors * Lanes.scalarCount * UniformGridKernel.anchorCount
        anchors = .allocate(capacity: count)
        anchors.initialize(repeating: 0, count: count)
    }

    /// Computes the anchors and offsets of one satellite.
    func fillAngles(_ c: UnsafePointer<Lanes>, stepMinutes: Double) {
        UniformGridKernel.fillOffsets(c, stepMinutes: stepMinutes, into: offsets)
        for vector in 0..<anchorVectors {
            UniformGridKernel.fillAnchors(
                c, clock: anchorClock + vector * KernelTile.clockCount,
                into: anchors + vector * Lanes.scalarCount * UniformGridKernel.anchorCount)
        }
    }

    /// A tile, one of two, that writes to the scratch.
    func scratchTile(_ index: Int) -> KernelTile {
        let lanes = Lanes.scalarCount
        let plane = KernelTile.largestSteps * lanes
        let base = UnsafeMutableRawPointer(scratch + index * Self.planes * KernelTile.largestSteps)
            .assumingMemoryBound(to: Double.self)
        return KernelTile(
            clock: clock, steps: 0, x: base, y: base + plane, z: base + 2 * plane,
            vx: base + 3 * plane, vy: base + 4 * plane, vz: base + 5 * plane, stride: lanes,
            hasVelocity: true, isEarthFixed: false, angles: angles, periods: periods)
    }

    func deallocate() {
        clock.deallocate()
        constants.deallocate()
        offsets.deallocate()
        scratch.deallocate()
        angles.deallocate()
        periods.deallocate()
        anchors.deallocate()
        anchorClock.deallocate()
    }
}
