import ArgumentParser
import Scenarios

extension MeshInstant {
    /// Reads an instant of the command line, for the `transform` of an option.
    ///
    /// - Throws: `ValidationError` for a text that is none.
    public init(argument text: String) throws {
        guard let instant = MeshInstant(text: text) else {
            throw ValidationError(
                "expected seconds since the epoch, or UTC such as 2026-08-23T00:01:00Z")
        }
        self = instant
    }
}
