import CHeliograph
import LaserMesh
import Orbits

/// `helio_mesh_create()`, as `heliograph.h` describes it.
@c @implementation
public func helio_mesh_create(
    _ network: OpaquePointer?, _ seconds: Double, _ mesh: UnsafeMutablePointer<OpaquePointer?>?
) -> helio_status {
    status { () throws(CallFailure) in
        let network = try NetworkObject.of(network)
        let out = try Check.pointer(mesh, "mesh")
        try Check.seconds(seconds)
        MeshObject(network.mesh(atSeconds: seconds), of: network).put(into: out)
    }
}

/// `helio_mesh_from_positions()`, as `heliograph.h` describes it.
@c @implementation
public func helio_mesh_from_positions(
    _ network: OpaquePointer?, _ seconds: Double, _ x_km: UnsafePointer<Double>?,
    _ y_km: UnsafePointer<Double>?, _ z_km: UnsafePointer<Double>?, _ count: Int,
    _ mesh: UnsafeMutablePointer<OpaquePointer?>?
) -> helio_status {
    status { () throws(CallFailure) in
        let network = try NetworkObject.of(network)
        let out = try Check.pointer(mesh, "mesh")
        try Check.seconds(seconds)
        let satellites = network.satellites.constellation.count
        guard count == satellites else {
            throw .size("count", found: count, expected: "\(satellites), a position a satellite")
        }
        let (x, y, z) = (
            try Check.array(x_km, count: count, "x_km"),
            try Check.array(y_km, count: count, "y_km"),
            try Check.array(z_km, count: count, "z_km")
        )
        var positions = PositionPlanes(count: count)
        for index in 0..<count {
            let p = SIMD3(x[index], y[index], z[index])
            let isPlace = abs(p.x) <= farthestKm && abs(p.y) <= farthestKm && abs(p.z) <= farthestKm
            guard isPlace || p.x.isNaN || p.y.isNaN || p.z.isNaN else {
                throw .argument(
                    "a position", found: "\(p.x), \(p.y), \(p.z)",
                    expected: "NaN, or coordinates within \(farthestKm) km")
            }
            positions[index] = isPlace ? p : SIMD3(repeating: .nan)
        }
        MeshObject(network.builder.mesh(of: positions, atSeconds: seconds), of: network)
            .put(into: out)
    }
}

/// Coordinates beyond this would make links longer than sums of lengths are exact for [km].
private let farthestKm = 500_000.0

/// `helio_mesh_free()`, as `heliograph.h` describes it.
@c @implementation
public func helio_mesh_free(_ mesh: OpaquePointer?) -> helio_status {
    MeshObject.free(mesh)
}

/// `helio_mesh_measure()`, as `heliograph.h` describes it.
@c @implementation
public func helio_mesh_measure(
    _ mesh: OpaquePointer?, _ size: UnsafeMutablePointer<helio_mesh_size>?
) -> helio_status {
    status { () throws(CallFailure) in
        let mesh = try MeshObject.of(mesh).mesh
        try Check.pointer(size, "size").pointee = helio_mesh_size(
            satellite_count: mesh.satelliteCount, node_count: mesh.nodeCount,
            link_count: mesh.linkCount)
    }
}

/// `helio_mesh_positions()`, as `heliograph.h` describes it.
@c @implementation
public func helio_mesh_positions(
    _ mesh: OpaquePointer?, _ x_km: UnsafeMutablePointer<Double>?,
    _ y_km: UnsafeMutablePointer<Double>?, _ z_km: UnsafeMutablePointer<Double>?, _ size: Int
) -> helio_status {
    status { () throws(CallFailure) in
        let mesh = try MeshObject.of(mesh).mesh
        let x = try Check.pointer(x_km, "x_km")
        let y = try Check.pointer(y_km, "y_km")
        let z = try Check.pointer(z_km, "z_km")
        try checkSize(size, atLeast: mesh.nodeCount)
        for node in 0..<mesh.nodeCount {
            let p = mesh.positions?[node] ?? SIMD3(repeating: .nan)
            (x[node], y[node], z[node]) = (p.x, p.y, p.z)
        }
    }
}

/// `helio_mesh_links()`, as `heliograph.h` describes it.
@c @implementation
public func helio_mesh_links(
    _ mesh: OpaquePointer?, _ a: UnsafeMutablePointer<Int32>?,
    _ b: UnsafeMutablePointer<Int32>?, _ kind: UnsafeMutablePointer<UInt8>?,
    _ length_km: UnsafeMutablePointer<Double>?, _ size: Int,
    _ needed: UnsafeMutablePointer<Int>?
) -> helio_status {
    status { () throws(CallFailure) in
        let mesh = try MeshObject.of(mesh).mesh
        needed?.pointee = mesh.linkCount
        if a == nil, b == nil, size == 0, needed != nil { return }
        let a = try Check.pointer(a, "a")
        let b = try Check.pointer(b, "b")
        try checkSize(size, atLeast: mesh.linkCount)
        var place = 0
        for node in 0..<mesh.nodeCount {
            for entry in mesh.row(of: NodeID(node)) where Int(mesh.neighbour[entry]) > node {
                a[place] = Int32(truncatingIfNeeded: node)
                b[place] = mesh.neighbour[entry]
                kind?[place] = mesh.kind[entry].rawValue
                length_km?[place] = mesh.lengthKm[entry]
                place += 1
            }
        }
    }
}

/// `helio_mesh_rows()`, as `heliograph.h` describes it.
@c @implementation
public func helio_mesh_rows(
    _ mesh: OpaquePointer?, _ first: UnsafeMutablePointer<Int32>?, _ first_size: Int,
    _ neighbour: UnsafeMutablePointer<Int32>?, _ length_km: UnsafeMutablePointer<Double>?,
    _ size: Int
) -> helio_status {
    status { () throws(CallFailure) in
        let mesh = try MeshObject.of(mesh).mesh
        let first = try Check.pointer(first, "first")
        let neighbour = try Check.pointer(neighbour, "neighbour")
        guard first_size >= mesh.firstLink.count, first_size <= Check.largestCount else {
            throw .size(
                "first_size", found: first_size, expected: "\(mesh.firstLink.count) or more")
        }
        try checkSize(size, atLeast: mesh.neighbour.count)
        for (place, value) in mesh.firstLink.enumerated() { first[place] = value }
        for (place, value) in mesh.neighbour.enumerated() { neighbour[place] = value }
        guard let length_km else { return }
        for (place, value) in mesh.lengthKm.enumerated() { length_km[place] = value }
    }
}

/// That a buffer is large enough.
func checkSize(_ size: Int, atLeast least: Int) throws(CallFailure) {
    guard size >= least, size <= Check.largestCount else {
        throw .size("size", found: size, expected: "\(least) or more")
    }
}
