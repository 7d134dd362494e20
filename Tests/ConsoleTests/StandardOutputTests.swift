import Foundation
import Testing

@testable import Console

struct StandardOutputTests {
    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "needs /dev/full"))
    func aFullDiskIsSeen() throws {
        let descriptor = open("/dev/full", O_WRONLY)
        defer { close(descriptor) }
        let failure = #expect(throws: StandardOutput.Failure.self) {
            try StandardOutput.write([1, 2, 3], to: descriptor)
        }
        #expect(failure?.exitStatus.rawValue == 74)
    }

    @Test func aReaderThatWentAwayIsSeen() throws {
        Interruption.watch(program: "helio-sample")
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        close(ends[0])
        defer { close(ends[1]) }
        #expect(throws: StandardOutput.Closed.self) {
            try StandardOutput.write([1, 2, 3], to: ends[1])
        }
    }
}
