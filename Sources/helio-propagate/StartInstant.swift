import ArgumentParser
import Orbits
import Scenarios

/// An instant of UTC on the command line.
struct StartInstant: ExpressibleByArgument {
    let instant: Instant

    init?(argument: String) {
        guard let instant = Instant(iso8601: argument) else { return nil }
        self.instant = instant
    }
}

extension EphemerisFrame: ExpressibleByArgument {}
extension ResultFormat: ExpressibleByArgument {}
