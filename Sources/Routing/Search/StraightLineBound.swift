import LaserMesh

/// A lower bound of the cost from any node to one destination: the straight line between them.
///
/// Each link of a route may have been rounded down by half a step of the ``LengthGrid``, and a route
/// has fewer links than the mesh has nodes: by so much the line is shortened, 5 mm in a million
/// nodes, so that it is a bound for certain.
struct StraightLineBound {
    /// Coordinates of the nodes [km], taken out of the mesh: reaching for them there at each node costs
    /// more than the bound.
    private let x: [Double]
    private let y: [Double]
    private let z: [Double]
    private let goal: SIMD3<Double>
    private let slackKm: Double

    init(to destination: Int, in mesh: Mesh) {
        x = mesh.positions?.x ?? []
        y = mesh.positions?.y ?? []
        z = mesh.positions?.z ?? []
        goal = mesh.positions?[destination] ?? SIMD3()
        slackKm = Double(mesh.nodeCount + 1) * LengthGrid.stepKm
    }

    /// The bound from a node [km]; zero where nothing is known.
    @inline(__always)
    func km(from node: Int) -> Double {
        guard node < x.count else { return 0 }
        let dx = x[node] - goal.x
        let dy = y[node] - goal.y
        let dz = z[node] - goal.z
        let line = (dx * dx + dy * dy + dz * dz).squareRoot()
        return line > slackKm ? LengthGrid.nearest(km: line - slackKm) : 0
    }
}
