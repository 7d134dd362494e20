import ArgumentParser
import Scenarios

extension MeshInstant: ExpressibleByArgument {
    /// Reads an instant of the command line.
    public init?(argument: String) { self.init(text: argument) }
}
