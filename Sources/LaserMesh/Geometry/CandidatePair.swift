/// Two satellites and their distance in steps of the ``LengthGrid``.
struct CandidatePair {
    var steps: UInt64
    var a: Int32
    var b: Int32

    /// Their distance [km].
    var lengthKm: Double { Double(steps) * LengthGrid.stepKm }
}
