import LaserMesh

/// What the handle of a mesh names.
final class MeshObject: HandleObject {
    static let kind: StaticString = "mesh"

    let network: NetworkObject
    let mesh: Mesh

    init(_ mesh: Mesh, of network: NetworkObject) {
        self.mesh = mesh
        self.network = network
    }

    /// A node by its number.
    @inline(__always)
    func node(_ number: Int32, _ parameter: StaticString) throws(CallFailure) -> NodeID {
        try network.node(number, parameter)
    }
}
