import CHeliograph
import LaserMesh
import Orbits
import Routing

/// `helio_network_options_init()`, as `heliograph.h` describes it.
@c @implementation
public func helio_network_options_init(
    _ options: UnsafeMutablePointer<helio_network_options>?, _ struct_size: Int
) -> helio_status {
    status { () throws(CallFailure) in
        let out = try Check.pointer(options, "options")
        try checkSize(struct_size)
        out.pointee = defaultOptions()
    }
}

/// `helio_network_create()`, as `heliograph.h` describes it.
@c @implementation
public func helio_network_create(
    _ constellation: OpaquePointer?, _ options: UnsafePointer<helio_network_options>?,
    _ stations: UnsafePointer<helio_station>?, _ station_count: Int,
    _ network: UnsafeMutablePointer<OpaquePointer?>?
) -> helio_status {
    status { () throws(CallFailure) in
        let satellites = try ConstellationObject.of(constellation)
        let given = try Check.array(stations, count: station_count, "stations")
        let out = try Check.pointer(network, "network")
        if let options { try checkSize(options.pointee.struct_size) }
        let options = options?.pointee ?? defaultOptions()
        guard satellites.constellation.count + given.count <= Int(Int32.max) else {
            throw .size("station_count", found: station_count, expected: "fewer")
        }
        var places: [GroundStation] = []
        for (index, station) in given.enumerated() {
            try Check.number(station.latitude_deg, in: -90...90, "latitude_deg")
            try Check.number(station.longitude_deg, in: -360...360, "longitude_deg")
            try Check.number(station.altitude_km, in: -12...100, "altitude_km")
            places.append(
                GroundStation(
                    name: station.name.map { String(cString: $0) } ?? "G\(index + 1)",
                    latitudeDeg: station.latitude_deg, longitudeDeg: station.longitude_deg,
                    altitudeKm: station.altitude_km))
        }
        let earth = try ellipsoid(options.earth)
        let builder = MeshBuilder(
            topology: try topology(options, satellites),
            laserRules: try laserRules(options, earth), groundRules: try groundRules(options),
            stations: places, on: earth)
        NetworkObject(
            satellites: satellites, builder: builder, rules: try routingRules(options),
            epoch: try Check.instant(options.epoch), stationNames: places.map(\.name)
        ).put(into: out)
    }
}

/// `helio_network_free()`, as `heliograph.h` describes it.
@c @implementation
public func helio_network_free(_ network: OpaquePointer?) -> helio_status {
    NetworkObject.free(network)
}

private func checkSize(_ size: Int) throws(CallFailure) {
    let known = MemoryLayout<helio_network_options>.size
    guard size == known else {
        throw .size(
            "struct_size", found: size, expected: "\(known), that of this version of the library")
    }
}

private func defaultOptions() -> helio_network_options {
    helio_network_options(
        struct_size: MemoryLayout<helio_network_options>.size, epoch: helio_instant(.j2000),
        topology: Int32(HELIO_AUTOMATIC), terminals: 4, lasers: nil, laser_count: 0,
        max_laser_range_km: .infinity, grazing_altitude_km: 80, min_elevation_deg: 25,
        max_slant_range_km: .infinity, earth: Int32(HELIO_EARTH_WGS84),
        metric: Int32(HELIO_LEAST_LATENCY), hop_delay_s: 0, ground_relay: 0)
}

private func topology(
    _ options: helio_network_options, _ satellites: ConstellationObject
) throws(CallFailure) -> any Topology {
    let isReal = satellites.shells.isEmpty
    let elements = satellites.constellation.elements
    func placement() -> Placement { Placement(elements, gravity: satellites.gravity) }
    let automatic = isReal ? HELIO_NEAREST : HELIO_PLUS_GRID
    let kind = Int(options.topology) == HELIO_AUTOMATIC ? automatic : Int(options.topology)
    switch kind {
    case HELIO_NO_LASERS: return LinkList.none
    case HELIO_RING:
        return isReal
            ? LinkList.ring(placement())
            : LinkList.ring(ShellLayout.layouts(of: satellites.shells))
    case HELIO_PLUS_GRID:
        return isReal ? LinkList.plusGrid(placement()) : LinkList.plusGrid(satellites.shells)
    case HELIO_NEAREST:
        try Check.number(options.terminals, in: 0...64, "terminals")
        return Nearest(
            terminals: Int(options.terminals),
            names: elements.indices.map { satellites.name(of: $0) })
    case HELIO_LASER_LIST:
        let numbers = try Check.array(
            options.lasers, count: try Check.product(options.laser_count, 2, "lasers"), "lasers")
        var links: [LaserLink] = []
        for place in stride(from: 0, to: numbers.count, by: 2) {
            let (a, b) = (Int(numbers[place]), Int(numbers[place + 1]))
            guard elements.indices.contains(a), elements.indices.contains(b), a != b else {
                throw .argument(
                    "lasers", found: "\(a), \(b) at \(place / 2)",
                    expected: "two different satellites of 0 to \(elements.count - 1)")
            }
            links.append(LaserLink(a, b))
        }
        return LinkList(links)
    default:
        throw .argument("topology", found: options.topology, expected: "0 to 5")
    }
}

private func laserRules(
    _ options: helio_network_options, _ earth: Ellipsoid
) throws(CallFailure) -> LaserRules {
    guard options.max_laser_range_km >= 0 else {
        throw .argument(
            "max_laser_range_km", found: options.max_laser_range_km, expected: "0 or more")
    }
    try Check.number(options.grazing_altitude_km, in: -6_000...1e6, "grazing_altitude_km")
    return LaserRules(
        maxRangeKm: options.max_laser_range_km, grazingAltitudeKm: options.grazing_altitude_km,
        earth: earth)
}

private func groundRules(_ options: helio_network_options) throws(CallFailure) -> GroundRules {
    guard options.max_slant_range_km >= 0 else {
        throw .argument(
            "max_slant_range_km", found: options.max_slant_range_km, expected: "0 or more")
    }
    let elevation = options.min_elevation_deg
    if !elevation.isNaN { try Check.number(elevation, in: -90...90, "min_elevation_deg") }
    return GroundRules(
        minElevationRad: elevation.isNaN ? nil : elevation * .pi / 180,
        maxSlantRangeKm: options.max_slant_range_km)
}

private func routingRules(_ options: helio_network_options) throws(CallFailure) -> RoutingRules {
    try Check.number(options.metric, in: 0...1, "metric")
    try Check.number(options.ground_relay, in: 0...1, "ground_relay")
    guard (0..<1).contains(options.hop_delay_s) else {
        throw .argument("hop_delay_s", found: options.hop_delay_s, expected: "0 to less than 1")
    }
    return RoutingRules(
        metric: Int(options.metric) == HELIO_LEAST_LENGTH ? .distance : .latency,
        allowsGroundRelay: options.ground_relay == 1, hopDelayS: options.hop_delay_s)
}
