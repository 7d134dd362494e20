/// The two ways in which SGP4 is run.
public enum OperationMode: Sendable {
    /// Mode i: the improved one of Vallado et al. 2006; the default.
    case improved

    /// Mode a: as the Air Force Space Command's code of the time did it.
    case afspc
}
