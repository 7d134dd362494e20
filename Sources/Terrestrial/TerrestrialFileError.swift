/// What is wrong with a file of borders, cables or a network on the ground.
public struct TerrestrialFileError: Error, Sendable, Hashable {
    /// The file, as its reader was told.
    public let file: String

    /// Where in it, such as `feature 3`; `nil` for the file as a whole.
    public let place: String?

    /// What stands there.
    public let found: String

    /// What should.
    public let expected: String

    /// Creates an error.
    public init(file: String, place: String? = nil, found: String, expected: String) {
        self.file = file
        self.place = place
        self.found = found
        self.expected = expected
    }

    /// One sentence: what was found, where, and what was expected.
    public var sentence: String {
        "\(file)\(place.map { ", \($0)" } ?? ""): found \(found), expected \(expected)"
    }
}
