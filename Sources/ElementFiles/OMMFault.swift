/// What is wrong with an OMM, and in which line of the file.
struct OMMFault: Error {
    let line: Int
    let found: String
    let expected: String
}
