import Foundation
import Testing

@testable import Results

struct DatasetFolderTests {
    @Test func walksUpToTheFirstFolderWithAReadme() throws {
        let scratch = try TemporaryFolder()
        try scratch.write("", to: "repository/Datasets/README.md")
        try scratch.write("", to: "repository/Sources/Datasets/no-readme.txt")
        try scratch.write("", to: "repository/Sources/deep/x")
        let expected = scratch.path + "/repository/Datasets"
        let deep = scratch.path + "/repository/Sources/deep"
        #expect(DatasetFolder.locate(variable: nil, startingAt: [deep]) == expected)
        #expect(DatasetFolder.locate(variable: "", startingAt: ["/", deep]) == expected)
        #expect(DatasetFolder.locate(variable: deep, startingAt: ["/"]) == deep)
        #expect(DatasetFolder.locate(variable: deep + "/none", startingAt: [deep]) == nil)
        #expect(DatasetFolder.locate(variable: nil, startingAt: ["/"]) == nil)
    }
}
