/// What a load costs on an arc: its length times the load, and many times that where it is full.
///
/// The cost of the next Gbps is the length times 1, 3, 10, 70, 500 and 5000 as the utilisation passes
/// 1/3, 2/3, 9/10, 1 and 11/10. So routes over empty arcs are the shortest ones, and a detour is worth its
/// length many times over before an arc is full.
///
/// - Note: B. Fortz, M. Thorup, "Internet traffic engineering by optimizing OSPF weights", INFOCOM 2000,
///   519, DOI 10.1109/INFCOM.2000.832225.
enum CongestionCost {
    /// The cost of a load on an arc of length 1 [Gbps km / km].
    @inline(__always)
    static func cost(loadGbps: Double, capacityGbps: Double) -> Double {
        guard loadGbps > 0 else { return 0 }
        guard capacityGbps < .infinity else { return loadGbps }
        // An arc without capacity is the dearest of all.
        let capacityGbps = max(capacityGbps, 1e-9)
        let use = loadGbps / capacityGbps
        let factor: Double
        if use < 1.0 / 3 {
            factor = use
        } else if use < 2.0 / 3 {
            factor = 3 * use - 2.0 / 3
        } else if use < 0.9 {
            factor = 10 * use - 16.0 / 3
        } else if use < 1 {
            factor = 70 * use - 178.0 / 3
        } else if use < 1.1 {
            factor = 500 * use - 1_468.0 / 3
        } else {
            factor = 5_000 * use - 16_318.0 / 3
        }
        return factor * capacityGbps
    }
}
