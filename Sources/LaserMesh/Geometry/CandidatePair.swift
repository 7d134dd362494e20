/// Two satellites and their distance in steps of the ``LengthGrid``.
struct CandidatePair {
    var steps: UInt64
    var a: Int32
    var b: Int32

    /// Their distance [km].
    var lengthKm: Double { Double(steps) * LengthGrid.stepKm }

    /// Both indices in one number, the smaller one first.
    var key: UInt64 {
        UInt64(UInt32(bitPattern: min(a, b))) << 32 | UInt64(UInt32(bitPattern: max(a, b)))
    }
}
