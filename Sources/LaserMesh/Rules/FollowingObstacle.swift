/// Why the links of a mesh cannot be followed through time.
public enum FollowingObstacle: Sendable, Hashable {
    /// Radio links are given, which neither rise nor set.
    case givenRadioLinks

    /// Stations choose among the satellites at every instant anew, so that every link depends on all
    /// others at all instants.
    case choiceAtEveryInstant
}

extension MeshBuilder {
    /// Why the links cannot be followed through time, from one rise or set to the next; `nil` where they
    /// can.
    public var followingObstacle: FollowingObstacle? {
        if groundLinks != nil { return .givenRadioLinks }
        return groundRules.choosesAmongLinks && groundPlan == nil && !observers.isEmpty
            ? .choiceAtEveryInstant : nil
    }
}
