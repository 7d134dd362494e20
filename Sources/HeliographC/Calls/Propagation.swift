import CHeliograph
import Orbits

/// `helio_propagate()`, as `heliograph.h` describes it.
@c @implementation
public func helio_propagate(
    _ constellation: OpaquePointer?, _ epoch: helio_instant, _ seconds: UnsafePointer<Double>?,
    _ instant_count: Int, _ frame: Int32, _ planes: UnsafePointer<helio_planes>?
) -> helio_status {
    status { () throws(CallFailure) in
        let satellites = try ConstellationObject.of(constellation).constellation
        let start = try Check.instant(epoch)
        let times = try Check.array(seconds, count: instant_count, "seconds")
        let frame = try batchFrame(frame)
        let planes = try StatePlanes(planes, satellites: satellites.count, instants: times.count)
        let instants = try instants(times, since: start)
        planes.fill(with: satellites, .instants(instants), frame)
    }
}

/// `helio_propagate_grid()`, as `heliograph.h` describes it.
@c @implementation
public func helio_propagate_grid(
    _ constellation: OpaquePointer?, _ epoch: helio_instant, _ step_s: Double, _ first: Int64,
    _ instant_count: Int, _ frame: Int32, _ planes: UnsafePointer<helio_planes>?
) -> helio_status {
    status { () throws(CallFailure) in
        let satellites = try ConstellationObject.of(constellation).constellation
        let start = try Check.instant(epoch)
        guard step_s.isFinite, step_s != 0 else {
            throw .argument("step_s", found: step_s, expected: "a finite number that is not 0")
        }
        guard (0...Check.largestCount).contains(instant_count),
            abs(Double(first)) <= Double(Check.largestCount)
        else {
            throw .size(
                "instant_count", found: instant_count, expected: "fewer, from a nearer step")
        }
        let steps = Int(first)..<Int(first) + instant_count
        try Check.seconds(Double(steps.lowerBound) * step_s)
        try Check.seconds(Double(steps.upperBound) * step_s)
        let frame = try batchFrame(frame)
        let planes = try StatePlanes(planes, satellites: satellites.count, instants: steps.count)
        let grid = UniformGrid(start: start, stepSeconds: step_s)
        planes.fill(with: satellites, .grid(grid, steps), frame)
    }
}

/// The frame that a number names.
func batchFrame(_ frame: Int32) throws(CallFailure) -> BatchFrame {
    switch Int(frame) {
    case HELIO_TEME: return .teme
    case HELIO_EARTH_FIXED: return .earthFixed
    default:
        throw .argument("frame", found: frame, expected: "HELIO_TEME or HELIO_EARTH_FIXED")
    }
}

/// The instants at seconds since another one.
func instants(
    _ seconds: UnsafeBufferPointer<Double>, since epoch: Instant
) throws(CallFailure) -> [Instant] {
    for time in seconds { try Check.seconds(time) }
    return seconds.map { epoch.advanced(bySeconds: $0) }
}
