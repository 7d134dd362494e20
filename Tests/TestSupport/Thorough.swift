import Foundation
import Testing

/// Tests that take too long for every run: whole days, thousands of cases.
///
/// They stand in suites whose names end in `ThoroughTests`, and run by `make test-thorough`.
public enum Thorough {
    /// Why such a test is skipped.
    public static let notWanted: Comment = "runs by make test-thorough"

    /// Whether they were asked for.
    public static let isWanted =
        ProcessInfo.processInfo.environment["HELIOGRAPH_THOROUGH"] == "1"
}

extension Tag {
    /// A test that runs by `make test-thorough` only.
    @Tag public static var thorough: Tag
}
