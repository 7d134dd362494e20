/// Earth-fixed positions that are given instead of computed: those of a publication, or the output of
/// another program.
///
/// They either stand still on the turning Earth, or come as rows in time. Between rows the position
/// is that of the polynomial through the four rows before and the four after, as is common for
/// precise ephemerides (fewer near the ends, where the nearest eight are taken): within a metre for
/// low orbits at steps of two minutes, and exactly a row's own at its instant. A satellite has no
/// position before its first row or after its last.
public struct GivenPositions: Sendable {
    /// The instant from which the rows' seconds count.
    public let epoch: Instant

    /// Whether positions stand still.
    package let areFixed: Bool

    /// Where each satellite's rows begin; one entry more than there are satellites.
    private let firstRow: [Int]
    private let seconds: [Double]
    private let positionsKm: [SIMD3<Double>]

    /// Rows that a polynomial passes through.
    private static let rowsAround = 8

    /// How far beyond its rows a satellite still has the position of the nearest one [s]: what instants
    /// lose in being turned into seconds.
    private static let toleranceS = 1e-6

    /// Creates positions that stand still.
    public init(fixed positions: [ITRFPosition], epoch: Instant = .j2000) {
        self.epoch = epoch
        areFixed = true
        firstRow = Array(0...positions.count)
        seconds = Array(repeating: 0, count: positions.count)
        positionsKm = positions.map(\.km)
    }

    /// Creates positions from rows in time.
    ///
    /// - Parameters:
    ///   - rows: For each satellite its rows with their times since the epoch [s], each time once.
    ///   - epoch: The instant from which they count.
    public init(rows: [[(seconds: Double, position: ITRFPosition)]], epoch: Instant) {
        self.epoch = epoch
        areFixed = false
        var first = [0]
        var seconds: [Double] = []
        var positions: [SIMD3<Double>] = []
        for satellite in rows {
            for row in satellite.sorted(by: { $0.seconds < $1.seconds }) {
                precondition(first.last == seconds.count || seconds.last != row.seconds)
                seconds.append(row.seconds)
                positions.append(row.position.km)
            }
            first.append(seconds.count)
        }
        firstRow = first
        self.seconds = seconds
        positionsKm = positions
    }

    /// The number of satellites.
    public var count: Int { firstRow.count - 1 }

    /// From the first to the last row of all, since the epoch [s]; `nil` where positions stand still or
    /// there are none.
    public var coveredSeconds: ClosedRange<Double>? {
        guard !areFixed, let first = seconds.min(), let last = seconds.max() else { return nil }
        return first...last
    }

    /// The Earth-fixed state of a satellite at an instant; the velocity is the derivative of the
    /// position.
    ///
    /// - Throws: ``SGP4Error/notCovered`` beyond the satellite's rows.
    /// - Complexity: O(log rows); allocates nothing on the heap.
    public func state(of satellite: Int, at instant: Instant) throws(SGP4Error) -> ITRFState {
        try state(of: satellite, atSeconds: areFixed ? 0 : instant.seconds(since: epoch))
    }

    /// The same for a time since the epoch [s].
    public func state(
        of satellite: Int, atSeconds time: Double
    ) throws(SGP4Error) -> ITRFState {
        let rows = firstRow[satellite]..<firstRow[satellite + 1]
        if areFixed {
            return ITRFState(
                position: ITRFPosition(km: positionsKm[rows.lowerBound]), velocityKmPerS: SIMD3())
        }
        guard let last = rows.last, time >= seconds[rows.lowerBound] - Self.toleranceS,
            time <= seconds[last] + Self.toleranceS
        else { throw .notCovered }
        let low = seconds[rows].partitioningIndex { !($0 <= time) }
        let begin = max(
            rows.lowerBound, min(low - Self.rowsAround / 2, rows.upperBound - Self.rowsAround))
        return polynomial(begin..<min(begin + Self.rowsAround, rows.upperBound), at: time)
    }

    /// The polynomial through some rows and its derivative, by Neville's scheme.
    private func polynomial(_ rows: Range<Int>, at time: Double) -> ITRFState {
        withUnsafeTemporaryAllocation(of: SIMD3<Double>.self, capacity: 2 * rows.count) { values in
            let n = rows.count
            for place in 0..<n {
                values.initializeElement(at: place, to: positionsKm[rows.lowerBound + place])
                values.initializeElement(at: n + place, to: SIMD3())
            }
            for width in 1..<max(1, n) {
                for place in 0..<n - width {
                    let before = time - seconds[rows.lowerBound + place]
                    let after = time - seconds[rows.lowerBound + place + width]
                    let span = before - after
                    let (one, other) = (values[place], values[place + 1])
                    values[n + place] =
                        (before * values[n + place + 1] + other - after * values[n + place] - one)
                        / span
                    values[place] = (before * other - after * one) / span
                }
            }
            return ITRFState(
                position: ITRFPosition(km: values[0]), velocityKmPerS: values[n])
        }
    }
}
