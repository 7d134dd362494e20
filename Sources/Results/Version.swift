/// The version of this package.
public enum HeliographVersion {
    /// Major, minor and patch number, as a release is tagged.
    public static let string = "0.1.0"
}
