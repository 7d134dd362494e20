/// One filling of planes: it cuts the work into tiles, picks their kernels and sees to what the
/// kernels leave.
///
/// A tile is at most ``KernelTile/largestSteps`` vectors, of eight instants of one satellite or of
/// eight satellites at one instant. Whole tiles go straight to the planes where their eight lanes
/// stand side by side there; others go through a scratch.
struct EphemerisRun {
    private let batch: EphemerisBatch
    private let request: EphemerisRequest
    private let planes: PlanePointers
    private var rejected: [EphemerisRejection] = []

    init(batch: EphemerisBatch, request: EphemerisRequest, planes: PlanePointers) {
        self.batch = batch
        self.request = request
        self.planes = planes
    }

    /// Fills the planes and returns the states that do not exist.
    mutating func rejections() -> [EphemerisRejection] {
        let instants = request.count
        guard instants > 0, batch.count > 0 else { return [] }
        if batch.nearEarthCount > 0 {
            let workspace = KernelWorkspace(
                clockSteps: request.hasTimeLanes
                    ? (request.stepsAfterAnchor + instants) / Lanes.scalarCount + 1
                    : KernelTile.largestSteps)
            defer { workspace.deallocate() }
            batch.blocks.withUnsafeBufferPointer { blocks in
                guard let blocks = blocks.baseAddress else { return }
                if request.hasTimeLanes {
                    runTimeLanes(blocks, workspace)
                } else {
                    runSatelliteLanes(blocks, workspace)
                }
            }
        }
        for satellite in batch.others {
            var cursor = ResonanceCursor()
            for instant in 0..<instants { putScalar(satellite, instant, &cursor) }
        }
        rejected.sort { ($0.satellite, $0.instant) < ($1.satellite, $1.instant) }
        return rejected
    }

    // MARK: Eight instants of one satellite

    private mutating func runTimeLanes(
        _ blocks: UnsafePointer<Lanes>, _ workspace: KernelWorkspace
    ) {
        let lanes = Lanes.scalarCount
        let before = request.stepsAfterAnchor
        let vectors = (before + request.count + lanes - 1) / lanes
        for vector in 0..<vectors {
            for lane in 0..<lanes {
                let instant = min(max(vector * lanes + lane - before, 0), request.count - 1)
                setClock(workspace.clock, vector: vector, lanes: lane..<lane + 1, to: instant)
            }
        }
        let tileSteps = KernelTile.largestSteps
        let spans = stride(from: 0, to: vectors, by: tileSteps).map { first in
            let last = min(first + tileSteps, vectors)
            return InstantSpan(
                request.instants[
                    max(first * lanes - before, 0)..<min(last * lanes - before, request.count)])
        }
        let anchorCount =
            (vectors + UniformGridKernel.anchorVectors - 1) / UniformGridKernel.anchorVectors
        let grid = prepareAnchors(workspace, count: anchorCount)
        let stepMinutes = (request.grid?.stepSeconds ?? 0) / 60

        let c = workspace.constants
        for place in 0..<batch.nearEarthCount {
            let block = blocks + place / lanes * NearEarthConstants.count
            for k in 0..<NearEarthConstants.count {
                c[k] = Lanes(repeating: block[k][place % lanes])
            }
            let lane = TileLanes.times(satellite: batch.members[place])
            var hasAngles = false
            for (index, span) in spans.enumerated() {
                let first = index * tileSteps
                let steps = min(tileSteps, vectors - first)
                let kind = Self.kind(c, span, lanes: 0..<1)
                var anchors: UnsafePointer<Double>?
                if grid, kind != .general, UniformGridKernel.serves(c, stepMinutes: stepMinutes) {
                    if !hasAngles {
                        workspace.fillAngles(c, stepMinutes: stepMinutes)
                        hasAngles = true
                    }
                    anchors = UnsafePointer(
                        workspace.anchors + first / UniformGridKernel.anchorVectors
                            * UniformGridKernel.anchorCount)
                }
                runTile(
                    c, workspace, kind, lane, first: first * lanes - before, steps: steps,
                    clock: workspace.clock + first * KernelTile.clockCount, anchors: anchors)
            }
        }
    }

    /// Whether the kernel of uniform grids is to be used; prepares the instants of its anchors.
    private func prepareAnchors(_ workspace: KernelWorkspace, count: Int) -> Bool {
        guard request.grid != nil else { return false }
        let lanes = Lanes.scalarCount
        workspace.allocateAnchors(count)
        for index in 0..<workspace.anchorVectors * lanes {
            guard let instant = request.anchor(index) else { return false }
            let clock = workspace.anchorClock + index / lanes * KernelTile.clockCount
            clock[0][index % lanes] = instant.julianDate
            clock[1][index % lanes] = instant.dayFraction
        }
        return true
    }

    // MARK: Eight satellites at one instant

    private mutating func runSatelliteLanes(
        _ blocks: UnsafePointer<Lanes>, _ workspace: KernelWorkspace
    ) {
        let lanes = Lanes.scalarCount
        let blockCount = batch.members.count / lanes
        var first = 0
        while first < request.count {
            let steps = min(KernelTile.largestSteps, request.count - first)
            for step in 0..<steps {
                setClock(workspace.clock, vector: step, lanes: 0..<lanes, to: first + step)
            }
            let span = InstantSpan(request.instants[first..<first + steps])
            for block in 0..<blockCount {
                let c = blocks + block * NearEarthConstants.count
                let places = block * lanes..<min((block + 1) * lanes, batch.nearEarthCount)
                let kind = Self.kind(c, span, lanes: 0..<lanes)
                runTile(
                    c, workspace, kind, .satellites(places), first: first, steps: steps,
                    clock: workspace.clock, anchors: nil)
            }
            first += steps
        }
    }

    // MARK: Tiles

    /// The states that a tile's lanes are.
    private enum TileLanes {
        case times(satellite: Int)
        case satellites(Range<Int>)
    }

    /// Which kernel all states of a tile come from.
    private enum TileKind {
        case low
        case general
        case mixed
    }

    /// A relative width around the edge of a window where a bound of the times is not trusted.
    private static let edge = 1e-9

    private static func kind(
        _ c: UnsafePointer<Lanes>, _ span: InstantSpan, lanes: Range<Int>
    ) -> TileKind {
        guard span.isFinite else { return .mixed }
        var (inside, outside) = (true, true)
        for lane in lanes {
            let window = c[NearEarthConstants.window][lane]
            if window < 0 {
                inside = false
                continue
            }
            let day = c[NearEarthConstants.day][lane]
            let fraction = c[NearEarthConstants.fraction][lane]
            let low = minutes(span.first, day, fraction)
            let high = minutes(span.last, day, fraction)
            let margin = window * edge
            inside = inside && low >= margin - window && high <= window - margin
            outside = outside && (low > window + margin || high < -window - margin)
        }
        return inside ? .low : outside ? .general : .mixed
    }

    @inline(__always)
    private static func minutes(_ instant: Instant, _ day: Double, _ fraction: Double) -> Double {
        ((instant.julianDate - day) + (instant.dayFraction - fraction)) * 1_440
    }

    private mutating func runTile(
        _ c: UnsafePointer<Lanes>, _ workspace: KernelWorkspace, _ kind: TileKind,
        _ lanes: TileLanes, first: Int, steps: Int, clock: UnsafePointer<Lanes>,
        anchors: UnsafePointer<Double>?
    ) {
        var tile = workspace.scratchTile(0)
        tile.clock = clock
        tile.steps = steps
        tile.hasVelocity = planes.hasVelocity
        tile.isEarthFixed = request.frame == .earthFixed
        let direct = directElement(lanes, first: first, steps: steps)
        if let direct {
            tile.x = planes.x + direct.element
            tile.y = planes.y + direct.element
            tile.z = planes.z + direct.element
            tile.vx = planes.vx + direct.element
            tile.vy = planes.vy + direct.element
            tile.vz = planes.vz + direct.element
            tile.stride = direct.stride
        }

        if kind != .low { GeneralKernel.run(c, tile, batch.factors) }
        if kind != .general {
            var low = tile
            if kind == .mixed {
                low = workspace.scratchTile(1)
                low.clock = clock
                low.steps = steps
                low.hasVelocity = tile.hasVelocity
                low.isEarthFixed = tile.isEarthFixed
            }
            if let anchors {
                UniformGridKernel.run(
                    c, low, batch.factors, anchors: anchors, offsets: workspace.offsets)
            } else {
                LowEccentricityKernel.run(c, low, batch.factors)
            }
            if kind == .mixed { Self.take(low, into: tile, c) }
        }
        if direct == nil { scatter(tile, lanes, first: first) }
        if kind != .low { decide(lanes, first: first, steps: steps) }
    }

    /// Where a tile begins in the planes if it can be written there, and from one step to the next.
    private func directElement(
        _ lanes: TileLanes, first: Int, steps: Int
    ) -> (element: Int, stride: Int)? {
        let layout = request.layout
        switch lanes {
        case .times(let satellite):
            guard layout.instantStride == 1, first >= 0,
                first + steps * Lanes.scalarCount <= request.count
            else { return nil }
            return (layout.offset + satellite * layout.satelliteStride + first, Lanes.scalarCount)
        case .satellites(let places):
            let satellite = batch.members[places.lowerBound]
            guard layout.satelliteStride == 1, places.count == Lanes.scalarCount,
                batch.members[places.upperBound - 1] - satellite == places.count - 1
            else { return nil }
            return (
                layout.offset + satellite + first * layout.instantStride, layout.instantStride
            )
        }
    }

    /// Takes the states within their windows from one tile into another.
    private static func take(
        _ low: KernelTile, into tile: KernelTile, _ c: UnsafePointer<Lanes>
    ) {
        let window = c[NearEarthConstants.window]
        for step in 0..<tile.steps {
            let t = tile.minutes(c, step)
            for lane in 0..<Lanes.scalarCount where abs(t[lane]) <= window[lane] {
                let from = step * low.stride + lane
                let to = step * tile.stride + lane
                tile.x[to] = low.x[from]
                tile.y[to] = low.y[from]
                tile.z[to] = low.z[from]
                guard tile.hasVelocity else { continue }
                tile.vx[to] = low.vx[from]
                tile.vy[to] = low.vy[from]
                tile.vz[to] = low.vz[from]
            }
        }
    }

    /// Copies the states of a scratch tile to their places, without the lanes that fill it up.
    private func scatter(_ tile: KernelTile, _ lanes: TileLanes, first: Int) {
        for step in 0..<tile.steps {
            for lane in 0..<Lanes.scalarCount {
                guard let state = state(lanes, first: first, step: step, lane: lane) else {
                    continue
                }
                let to = element(state.satellite, state.instant)
                let from = step * tile.stride + lane
                planes.x[to] = tile.x[from]
                planes.y[to] = tile.y[from]
                planes.z[to] = tile.z[from]
                guard tile.hasVelocity else { continue }
                planes.vx[to] = tile.vx[from]
                planes.vy[to] = tile.vy[from]
                planes.vz[to] = tile.vz[from]
            }
        }
    }

    /// Leaves the states of a tile that the general kernel marked to the scalar code.
    private mutating func decide(_ lanes: TileLanes, first: Int, steps: Int) {
        for step in 0..<steps {
            for lane in 0..<Lanes.scalarCount {
                guard let state = state(lanes, first: first, step: step, lane: lane),
                    planes.x[element(state.satellite, state.instant)].isNaN
                else { continue }
                var cursor = ResonanceCursor()
                putScalar(state.satellite, state.instant, &cursor)
            }
        }
    }

    /// The satellite and instant of a lane, unless it only fills up a vector.
    @inline(__always)
    private func state(
        _ lanes: TileLanes, first: Int, step: Int, lane: Int
    ) -> (satellite: Int, instant: Int)? {
        switch lanes {
        case .times(let satellite):
            let instant = first + step * Lanes.scalarCount + lane
            return instant >= 0 && instant < request.count ? (satellite, instant) : nil
        case .satellites(let places):
            return lane < places.count
                ? (batch.members[places.lowerBound + lane], first + step) : nil
        }
    }

    @inline(__always)
    private func element(_ satellite: Int, _ instant: Int) -> Int {
        let layout = request.layout
        return layout.offset + satellite * layout.satelliteStride + instant * layout.instantStride
    }

    /// Puts the state that the scalar code gives, or NaN and its code.
    private mutating func putScalar(
        _ satellite: Int, _ instant: Int, _ cursor: inout ResonanceCursor
    ) {
        let place = element(satellite, instant)
        do throws(SGP4Error) {
            let theory = try batch.theories[satellite].get()
            let minutes = request.instants[instant].minutes(since: theory.epoch)
            let state = try theory.state(minutesSinceEpoch: minutes, resuming: &cursor)
            if request.rotations.isEmpty {
                planes.put(place, state.positionKm, state.velocityKmPerS)
            } else {
                let turned = request.rotations[instant].itrf(state)
                planes.put(place, turned.position.km, turned.velocityKmPerS)
            }
        } catch {
            let none = SIMD3(repeating: Double.nan)
            planes.put(place, none, none)
            rejected.append(
                EphemerisRejection(satellite: satellite, instant: instant, error: error))
        }
    }

    /// Sets lanes of the clock to an instant.
    private func setClock(
        _ clock: UnsafeMutablePointer<Lanes>, vector: Int, lanes: Range<Int>, to instant: Int
    ) {
        let at = clock + vector * KernelTile.clockCount
        let time = request.instants[instant]
        for lane in lanes {
            at[0][lane] = time.julianDate
            at[1][lane] = time.dayFraction
            guard !request.rotations.isEmpty else { continue }
            let rotation = request.rotations[instant]
            at[2][lane] = rotation.cosine
            at[3][lane] = rotation.sine
            at[4][lane] = rotation.rateRadPerS
        }
    }
}

/// The first and the last of some instants.
private struct InstantSpan {
    var first: Instant
    var last: Instant

    /// Whether all of them are finite, without which the first and last say nothing.
    var isFinite: Bool

    init(_ instants: ArraySlice<Instant>) {
        first = instants.min() ?? .j2000
        last = instants.max() ?? .j2000
        isFinite = instants.allSatisfy { ($0.julianDate + $0.dayFraction).isFinite }
    }
}
