/// Two satellites and their distance on the ``LengthGrid``.
struct CandidatePair {
    var lengthKm: Double
    var a: Int32
    var b: Int32
}
