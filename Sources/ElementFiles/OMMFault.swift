/// What is wrong with an OMM or another text in XML, and in which line of the file.
package struct OMMFault: Error {
    package let line: Int
    package let found: String
    package let expected: String
}
