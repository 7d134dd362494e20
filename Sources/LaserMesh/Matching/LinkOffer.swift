/// A link between two satellites that may be chosen, with what it is worth.
struct LinkOffer {
    /// The link.
    var link: LaserLink

    /// What it is worth, above zero.
    var weight: Int

    /// Its length in steps of the ``LengthGrid``: of links of one worth the shorter comes first.
    var steps: UInt64

    /// The terminals of either end that can serve it, a bit for each.
    var terminals: (a: UInt64, b: UInt64)

    /// The terminals of one of its ends that can serve it.
    func terminals(of satellite: Int32) -> UInt64 {
        satellite == link.a ? terminals.a : terminals.b
    }
}
