import ArgumentParser
import Scenarios

extension EphemerisFrame: ExpressibleByArgument {}
