import ArgumentParser
import Scenarios

extension ResultFormat: ExpressibleByArgument {}
