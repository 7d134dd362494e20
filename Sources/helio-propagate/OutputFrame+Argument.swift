import ArgumentParser
import Scenarios

extension OutputFrame: ExpressibleByArgument {}
