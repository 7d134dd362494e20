/// Where one satellite stands in a ``Placement``, or why it stands nowhere.
public enum SatellitePlacement: Sendable, Hashable {
    /// On station: shell by its place in the placement, plane and slot by their numbers.
    case placed(shell: Int, plane: Int, slot: Int)

    /// In no shell.
    case unplaced(UnplacedReason)
}
