extension MeshBuilder {
    /// The builder of other links between the same nodes.
    ///
    /// - Parameters:
    ///   - topology: Which lasers the satellites try to keep.
    ///   - laserRules: When a laser may be.
    ///   - groundRules: When a radio link may be.
    public func replacing(
        topology: any Topology, laserRules: LaserRules, groundRules: GroundRules
    ) -> MeshBuilder {
        MeshBuilder(
            topology: topology, laserRules: laserRules, groundRules: groundRules,
            observers: observers)
    }
}
