import CHeliograph
import Contacts
import LaserMesh
import Orbits

/// `helio_states_to_arrow()`, as `heliograph.h` describes it.
@c @implementation
public func helio_states_to_arrow(
    _ constellation: OpaquePointer?, _ epoch: helio_instant, _ seconds: UnsafePointer<Double>?,
    _ instant_count: Int, _ frame: Int32, _ schema: UnsafeMutablePointer<ArrowSchema>?,
    _ array: UnsafeMutablePointer<ArrowArray>?
) -> helio_status {
    status { () throws(CallFailure) in
        let object = try ConstellationObject.of(constellation)
        let start = try Check.instant(epoch)
        let times = try Check.array(seconds, count: instant_count, "seconds")
        let frame = try batchFrame(frame)
        let schema = try Check.pointer(schema, "schema")
        let array = try Check.pointer(array, "array")
        let instants = try instants(times, since: start)
        let satellites = object.constellation
        let rows = try Check.product(satellites.count, times.count, "the table")
        var planes = EphemerisPlanes(
            satellites: satellites.count, instants: times.count,
            layout: .timeMajor(satellites: satellites.count))
        satellites.states(at: instants, frame: frame, into: &planes)
        var codes = [UInt8](repeating: 0, count: rows)
        for rejection in planes.rejections {
            codes[rejection.instant * satellites.count + rejection.satellite] =
                UInt8(truncatingIfNeeded: rejection.error.code)
        }
        ArrowTable(columns: [
            ("time_s", .float64(times.flatMap { Array(repeating: $0, count: satellites.count) })),
            (
                "satellite",
                .words(
                    (0..<rows).map { Int32(truncatingIfNeeded: $0 % satellites.count) },
                    dictionary: (0..<satellites.count).map { object.name(of: $0) })
            ),
            ("x_km", .float64(planes.x)), ("y_km", .float64(planes.y)),
            ("z_km", .float64(planes.z)), ("vx_km_s", .float64(planes.vx)),
            ("vy_km_s", .float64(planes.vy)), ("vz_km_s", .float64(planes.vz)),
            ("code", .uint8(codes)),
        ]).export(schema: schema, array: array)
    }
}

/// `helio_mesh_to_arrow()`, as `heliograph.h` describes it.
@c @implementation
public func helio_mesh_to_arrow(
    _ mesh: OpaquePointer?, _ schema: UnsafeMutablePointer<ArrowSchema>?,
    _ array: UnsafeMutablePointer<ArrowArray>?
) -> helio_status {
    status { () throws(CallFailure) in
        let object = try MeshObject.of(mesh)
        let schema = try Check.pointer(schema, "schema")
        let array = try Check.pointer(array, "array")
        let links = object.mesh.links
        let names = nodeNames(object.network)
        ArrowTable(columns: [
            ("a", .words(links.map(\.a.rawValue), dictionary: names)),
            ("b", .words(links.map(\.b.rawValue), dictionary: names)),
            ("kind", kinds(links.map(\.kind))),
            ("length_km", .float64(links.map(\.lengthKm))),
            ("delay_ms", .float64(links.map { $0.delayS * 1_000 })),
        ]).export(schema: schema, array: array)
    }
}

/// `helio_contacts_to_arrow()`, as `heliograph.h` describes it.
@c @implementation
public func helio_contacts_to_arrow(
    _ contacts: OpaquePointer?, _ schema: UnsafeMutablePointer<ArrowSchema>?,
    _ array: UnsafeMutablePointer<ArrowArray>?
) -> helio_status {
    status { () throws(CallFailure) in
        let object = try ContactsObject.of(contacts)
        let schema = try Check.pointer(schema, "schema")
        let array = try Check.pointer(array, "array")
        let contacts = object.plan.contacts
        let names = nodeNames(object.network)
        ArrowTable(columns: [
            ("a", .words(contacts.map(\.a.rawValue), dictionary: names)),
            ("b", .words(contacts.map(\.b.rawValue), dictionary: names)),
            ("kind", kinds(contacts.map(\.kind))),
            ("up_s", .float64(contacts.map(\.upS))),
            ("down_s", .float64(contacts.map(\.downS))),
            ("min_km", .float64(contacts.map(\.minKm))),
            ("max_km", .float64(contacts.map(\.maxKm))),
        ]).export(schema: schema, array: array)
    }
}

private func nodeNames(_ network: NetworkObject) -> [String] {
    (0..<network.nodeCount).map { network.name(of: $0) }
}

private func kinds(_ kinds: [LinkKind]) -> ArrowColumn {
    .words(
        kinds.map { Int32($0.rawValue) }, dictionary: LinkKind.allCases.map(\.description))
}
