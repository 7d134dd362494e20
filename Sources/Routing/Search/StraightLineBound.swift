import LaserMesh

/// A lower bound of the cost from any node to one destination: the straight line between them.
///
/// Each link of a route may have been rounded down by half a step of the ``LengthGrid``, and a route
/// has fewer links than the mesh has nodes: by so much the line is shortened, 5 mm in a million
/// nodes, so that it is a bound for certain.
struct StraightLineBound {
    private let mesh: Mesh
    private let goal: SIMD3<Double>?
    private let slackKm: Double

    init(to destination: Int, in mesh: Mesh) {
        self.mesh = mesh
        goal = mesh.positions.map { $0[destination] }
        slackKm = Double(mesh.nodeCount + 1) * LengthGrid.stepKm
    }

    /// The bound from a node [km]; zero where nothing is known.
    @inline(__always)
    func km(from node: Int) -> Double {
        guard let goal, let positions = mesh.positions else { return 0 }
        let dx = positions.x[node] - goal.x
        let dy = positions.y[node] - goal.y
        let dz = positions.z[node] - goal.z
        let line = (dx * dx + dy * dy + dz * dz).squareRoot()
        return line > slackKm ? LengthGrid.nearest(km: line - slackKm) : 0
    }
}
