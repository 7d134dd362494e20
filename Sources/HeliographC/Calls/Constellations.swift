import CHeliograph
import Orbits

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// `helio_constellation_from_tle()`, as `heliograph.h` describes it.
@c @implementation
public func helio_constellation_from_tle(
    _ text: UnsafePointer<CChar>?, _ length: Int, _ flags: UInt32, _ theory: Int32,
    _ gravity: Int32, _ rejected: UnsafeMutablePointer<Int>?,
    _ constellation: UnsafeMutablePointer<OpaquePointer?>?
) -> helio_status {
    status { () throws(CallFailure) in
        let bytes = try Check.array(text, count: length, "text")
        let out = try Check.pointer(constellation, "constellation")
        let kind = try propagatorKind(theory)
        let model = try gravityModel(gravity)
        guard flags <= UInt32(HELIO_ALLOW_BAD_CHECKSUM | HELIO_SKIP_REJECTED) else {
            throw .argument(
                "flags", found: flags,
                expected: "HELIO_ALLOW_BAD_CHECKSUM and "
                    + "HELIO_SKIP_REJECTED, or 0")
        }
        let source = SourceText(bytes.map { UInt8(bitPattern: $0) })
        var elements: [ElementSet] = []
        var firstFault: String?
        var faults = 0
        _ = TLEText.read(
            source, allowBadChecksum: flags & UInt32(HELIO_ALLOW_BAD_CHECKSUM) != 0,
            accept: { elements.append($0) },
            reject: { fault in
                faults += 1
                guard firstFault == nil else { return }
                firstFault =
                    "line \(fault.line) of the text: "
                    + (fault.message ?? "found \(fault.found), expected \(fault.expected)")
            })
        if let firstFault, flags & UInt32(HELIO_SKIP_REJECTED) == 0 || elements.isEmpty {
            throw .text(firstFault)
        }
        guard !elements.isEmpty else {
            throw .text("the text holds no element set, expected two lines a satellite")
        }
        rejected?.pointee = faults
        ConstellationObject(elements, shells: [], propagator: kind, gravity: model)
            .put(into: out)
    }
}

/// `helio_constellation_from_walker()`, as `heliograph.h` describes it.
@c @implementation
public func helio_constellation_from_walker(
    _ shells: UnsafePointer<helio_shell>?, _ shell_count: Int, _ epoch: helio_instant,
    _ theory: Int32, _ gravity: Int32, _ constellation: UnsafeMutablePointer<OpaquePointer?>?
) -> helio_status {
    status { () throws(CallFailure) in
        let given = try Check.array(shells, count: shell_count, "shells")
        let out = try Check.pointer(constellation, "constellation")
        let start = try Check.instant(epoch)
        let kind = try propagatorKind(theory)
        let model = try gravityModel(gravity)
        guard !given.isEmpty else {
            throw .size("shell_count", found: shell_count, expected: "1 or more")
        }
        var designs: [Shell] = []
        var elements: [ElementSet] = []
        for (index, shell) in given.enumerated() {
            let design = try design(shell, number: index + 1, model)
            guard elements.count + design.satelliteCount <= mostSatellites else {
                throw .size(
                    "the number of satellites", found: elements.count + design.satelliteCount,
                    expected: "\(mostSatellites) at most")
            }
            designs.append(design)
            elements += design.elementSets(
                epoch: start, firstCatalogNumber: UInt32(elements.count + 1))
        }
        ConstellationObject(elements, shells: designs, propagator: kind, gravity: model)
            .put(into: out)
    }
}

/// `helio_constellation_free()`, as `heliograph.h` describes it.
@c @implementation
public func helio_constellation_free(_ constellation: OpaquePointer?) -> helio_status {
    ConstellationObject.free(constellation)
}

/// `helio_constellation_count()`, as `heliograph.h` describes it.
@c @implementation
public func helio_constellation_count(
    _ constellation: OpaquePointer?, _ count: UnsafeMutablePointer<Int>?
) -> helio_status {
    status { () throws(CallFailure) in
        let object = try ConstellationObject.of(constellation)
        try Check.pointer(count, "count").pointee = object.constellation.count
    }
}

/// `helio_constellation_epoch()`, as `heliograph.h` describes it.
@c @implementation
public func helio_constellation_epoch(
    _ constellation: OpaquePointer?, _ satellite: Int,
    _ epoch: UnsafeMutablePointer<helio_instant>?
) -> helio_status {
    status { () throws(CallFailure) in
        let object = try ConstellationObject.of(constellation)
        let out = try Check.pointer(epoch, "epoch")
        try checkSatellite(satellite, object)
        out.pointee = helio_instant(object.constellation.elements[satellite].epoch)
    }
}

/// `helio_constellation_newest_epoch()`, as `heliograph.h` describes it.
@c @implementation
public func helio_constellation_newest_epoch(
    _ constellation: OpaquePointer?, _ epoch: UnsafeMutablePointer<helio_instant>?
) -> helio_status {
    status { () throws(CallFailure) in
        let object = try ConstellationObject.of(constellation)
        let out = try Check.pointer(epoch, "epoch")
        let newest = object.constellation.elements.map(\.epoch).max() ?? .j2000
        out.pointee = helio_instant(newest)
    }
}

/// `helio_constellation_name()`, as `heliograph.h` describes it.
@c @implementation
public func helio_constellation_name(
    _ constellation: OpaquePointer?, _ satellite: Int, _ name: UnsafeMutablePointer<CChar>?,
    _ name_size: Int, _ needed: UnsafeMutablePointer<Int>?
) -> helio_status {
    status { () throws(CallFailure) in
        let object = try ConstellationObject.of(constellation)
        try checkSatellite(satellite, object)
        let bytes = object.name(of: satellite).utf8CString
        needed?.pointee = bytes.count
        guard let name else {
            guard name_size == 0, needed != nil else { throw .null("name") }
            return
        }
        guard name_size >= bytes.count else {
            throw .size("name_size", found: name_size, expected: "\(bytes.count) or more")
        }
        for (index, byte) in bytes.enumerated() { name[index] = byte }
    }
}

/// The most satellites of a design, which still fit into the memory of a small machine.
private let mostSatellites = 10_000_000

private func checkSatellite(
    _ satellite: Int, _ object: ConstellationObject
) throws(CallFailure) {
    guard satellite >= 0, satellite < object.constellation.count else {
        throw .argument(
            "satellite", found: satellite, expected: "0 to \(object.constellation.count - 1)")
    }
}

private func propagatorKind(_ theory: Int32) throws(CallFailure) -> PropagatorKind {
    switch Int(theory) {
    case HELIO_SGP4: return .sgp4
    case HELIO_KEPLER_J2: return .keplerJ2
    default:
        throw .argument("theory", found: theory, expected: "HELIO_SGP4 or HELIO_KEPLER_J2")
    }
}

private func gravityModel(_ gravity: Int32) throws(CallFailure) -> GravityModel {
    switch Int(gravity) {
    case HELIO_WGS72: return .wgs72
    case HELIO_WGS72_OLD: return .wgs72old
    case HELIO_WGS84_GRAVITY: return .wgs84
    default:
        throw .argument(
            "gravity", found: gravity,
            expected: "HELIO_WGS72, HELIO_WGS72_OLD or HELIO_WGS84_GRAVITY")
    }
}

private func design(
    _ shell: helio_shell, number: Int, _ gravity: GravityModel
) throws(CallFailure) -> Shell {
    try Check.number(shell.planes, in: 1...1_000_000, "planes")
    try Check.number(shell.slots, in: 1...1_000_000, "slots")
    guard Int(shell.planes) * Int(shell.slots) <= mostSatellites else {
        throw .size(
            "the number of satellites", found: Int(shell.planes) * Int(shell.slots),
            expected: "\(mostSatellites) at most")
    }
    try Check.number(shell.inclination_deg, in: 0...180, "inclination_deg")
    try Check.number(shell.altitude_km, in: 100...50_000, "altitude_km")
    try Check.number(
        shell.raan_spread_deg, in: Double.leastNonzeroMagnitude...360, "raan_spread_deg")
    let phasing: Phasing
    switch Int(shell.phasing_kind) {
    case HELIO_PHASING_WALKER:
        guard (0..<Double(shell.planes)).contains(shell.phasing),
            shell.phasing == shell.phasing.rounded()
        else {
            throw .argument(
                "phasing", found: shell.phasing,
                expected: "a whole number of 0 to \(shell.planes - 1)")
        }
        phasing = .walker(Int(shell.phasing))
    case HELIO_PHASING_HALF_SLOT:
        phasing = .halfSlot
    case HELIO_PHASING_SLOT_FRACTION:
        try Check.number(shell.phasing, in: -1_000...1_000, "phasing")
        phasing = .slotFraction(shell.phasing)
    default:
        throw .argument(
            "phasing_kind", found: shell.phasing_kind, expected: "one of HELIO_PHASING_...")
    }
    return Shell(
        name: shell.name.map { String(cString: $0) } ?? "S\(number)",
        planes: Int(shell.planes), slots: Int(shell.slots),
        inclinationDeg: shell.inclination_deg, altitudeKm: shell.altitude_km, phasing: phasing,
        raanSpreadDeg: shell.raan_spread_deg, gravity: gravity)
}
