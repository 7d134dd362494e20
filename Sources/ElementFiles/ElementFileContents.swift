import Orbits

/// What a file of element sets held.
public struct ElementFileContents: Sendable, Hashable {
    /// The form in which the file is written.
    public let format: ElementFileFormat

    /// The element sets in the order of the file; several of one object stay several.
    public let elements: [ElementSet]

    /// What was no element set, in the order of the file.
    public let rejections: [Rejection]
}
