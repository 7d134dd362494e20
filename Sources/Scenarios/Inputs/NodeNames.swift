import LaserMesh

/// The nodes of a mesh by their names.
struct NodeNames {
    /// Each node by its name.
    let nodes: [String: NodeID]

    init(satellites: [String], stations: [GroundStation]) {
        var nodes: [String: NodeID] = [:]
        for (index, name) in satellites.enumerated() { nodes[name] = NodeID(index) }
        for (index, station) in stations.enumerated() {
            nodes[station.name] = NodeID(satellites.count + index)
        }
        self.nodes = nodes
    }

    /// What a name that no node bears should have been, with the station or the other name that it
    /// comes nearest to.
    ///
    /// - Parameter others: Names of regions, where one may stand.
    static func expected(
        for name: String, among stations: [GroundStation], also others: [String] = []
    ) -> String {
        let near = EditDistance.nearest(to: name, among: others + stations.map(\.name))
        return "the name of a station or a satellite"
            + (others.isEmpty ? "" : ", or of a region")
            + (near.map { "; did you mean '\($0)'?" } ?? "")
    }
}
