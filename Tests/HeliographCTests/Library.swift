import CHeliograph
import HeliographC

/// The Starlink-like shell and the stations of these tests, by the C interface.
struct Library {
    var constellation: OpaquePointer?
    var network: OpaquePointer?
    var mesh: OpaquePointer?

    static let noon = helio_instant(julian_date: 2_461_275.5, day_fraction: 0.5)
    static let stations = [(51.51, -0.13), (40.71, -74.01), (35.68, 139.69), (-33.87, 151.21)]

    /// Makes all three, or what of them can be made.
    init(
        planes: Int32 = 24, slots: Int32 = 22,
        change: (inout helio_network_options) -> Void = { _ in }
    ) {
        var shell = helio_shell(
            name: nil, planes: planes, slots: slots, inclination_deg: 53, altitude_km: 550,
            phasing_kind: Int32(HELIO_PHASING_WALKER), phasing: 13, raan_spread_deg: 360)
        helio_constellation_from_walker(
            &shell, 1, Self.noon, Int32(HELIO_SGP4), Int32(HELIO_WGS72), &constellation)
        var options = helio_network_options()
        helio_network_options_init(&options, MemoryLayout<helio_network_options>.size)
        options.epoch = Self.noon
        change(&options)
        let places = Self.stations.map {
            helio_station(
                name: nil, latitude_deg: $0.0, longitude_deg: $0.1, altitude_km: 0)
        }
        helio_network_create(constellation, &options, places, places.count, &network)
        helio_mesh_create(network, 60, &mesh)
    }

    func free() {
        helio_mesh_free(mesh)
        helio_network_free(network)
        helio_constellation_free(constellation)
    }
}

/// The sentence of the last failure on this thread.
func lastError() -> String { String(cString: helio_last_error()) }
