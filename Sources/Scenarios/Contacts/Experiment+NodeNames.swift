import LaserMesh

extension Experiment {
    /// The node of a name.
    ///
    /// - Throws: ``NodeNameError/unknown(name:nearest:)`` with the nearest name there is.
    /// - Complexity: O(nodes).
    public func node(named name: String) throws(NodeNameError) -> NodeID {
        if let station = stations.firstIndex(where: { $0.name == name }) {
            return NodeID(satelliteNames.count + station)
        }
        if let satellite = satelliteNames.firstIndex(of: name) { return NodeID(satellite) }
        // A name with blanks may stand with underscores, as lists of nodes write it.
        if let station = stations.firstIndex(where: { NodeLabel.text($0.name) == name }) {
            return NodeID(satelliteNames.count + station)
        }
        throw .unknown(
            name: name,
            nearest: EditDistance.nearest(
                to: name, among: stations.map(\.name) + satelliteNames))
    }
}
