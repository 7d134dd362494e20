import Foundation
import Testing

@testable import Results

struct ResultFolderTests {
    private let scratch: TemporaryFolder
    private let out: String

    init() throws {
        scratch = try TemporaryFolder()
        out = scratch.path + "/a/out"
    }

    private func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    private func run(_ value: Double, force: Bool = false) throws {
        let folder = try ResultFolder(at: out, force: force)
        let table = try folder.table("t.csv", columns: ["x"])
        try table.row(value)
        try folder.finish(Manifest(program: "helio-test"))
    }

    @Test func nothingStandsThereBeforeTheEnd() throws {
        let folder = try ResultFolder(at: out)
        let table = try folder.table("t.csv", columns: ["time_s", "name"])
        try table.row(0.5, "a,b")
        try folder.write("hello", to: "notes.txt")
        #expect(!exists(out))
        #expect(try scratch.names("a") == [".out.partial"])
        try folder.finish(Manifest(program: "helio-test"))
        #expect(try scratch.names("a") == ["out"])
        #expect(try scratch.names("a/out") == ["manifest.json", "notes.txt", "t.csv"])
        #expect(try scratch.text("a/out/t.csv") == "time_s,name\n0.5,\"a,b\"\n")
    }

    @Test func manifestTellsRowsAndHashes() throws {
        try run(1)
        let manifest = try scratch.text("a/out/manifest.json")
        #expect(manifest.contains("\"rows\": 1"))
        #expect(manifest.contains("\"sha256\": \"\(SHA256.hex(of: "x\n1.0\n"))\""))
    }

    @Test func discardLeavesNothing() throws {
        let folder = try ResultFolder(at: out)
        try folder.write("x", to: "x.txt")
        folder.discard()
        #expect(try scratch.names("a") == [])
        #expect(throws: ResultError.self) { try folder.write("y", to: "y.txt") }
    }

    @Test func aFolderThatIsDroppedIsDiscarded() throws {
        do { _ = try ResultFolder(at: out) }
        #expect(try scratch.names("a") == [])
    }

    @Test func anEmptyFolderIsTaken() throws {
        try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
        try run(2)
        #expect(try scratch.text("a/out/t.csv") == "x\n2.0\n")
    }

    @Test func resultsAreReplacedOnlyByForce() throws {
        try run(1)
        #expect(throws: ResultError.exists(path: out)) { try run(2) }
        #expect(try scratch.text("a/out/t.csv") == "x\n1.0\n")
        try run(3, force: true)
        #expect(try scratch.text("a/out/t.csv") == "x\n3.0\n")
        #expect(try scratch.names("a") == ["out"])
    }

    @Test func theOldResultsStayUntilTheNewOnesAreWhole() throws {
        try run(1)
        let folder = try ResultFolder(at: out, force: true)
        try folder.write("x", to: "x.txt")
        #expect(try scratch.text("a/out/t.csv") == "x\n1.0\n")
        folder.discard()
        #expect(try scratch.text("a/out/t.csv") == "x\n1.0\n")
        #expect(try scratch.names("a") == ["out"])
    }

    @Test(arguments: ["{}", "no JSON", "{\"format\": \"another\"}"])
    func forceSparesFoldersOfOthers(manifest: String) throws {
        try scratch.write("precious", to: "a/out/thesis.txt")
        #expect(throws: ResultError.notOurs(path: out)) { try run(1, force: true) }
        try scratch.write(manifest, to: "a/out/manifest.json")
        #expect(throws: ResultError.notOurs(path: out)) { try run(1, force: true) }
        #expect(try scratch.text("a/out/thesis.txt") == "precious")
        #expect(try scratch.names("a") == ["out"])
    }

    @Test func aStalePartialFolderIsRemoved() throws {
        try scratch.write("half", to: "a/.out.partial/latency.csv")
        try scratch.write("", to: "a/.out.partial/.lock")
        try scratch.write("half", to: "a/.out.partial/deeper/x.csv")
        try run(4)
        #expect(try scratch.names("a/out") == ["manifest.json", "t.csv"])
        #expect(try scratch.names("a") == ["out"])
    }

    @Test func aPartialFolderInUseIsRefused() throws {
        let first = try ResultFolder(at: out)
        try first.write("x", to: "x.txt")
        #expect(throws: ResultError.inUse(path: out)) { try ResultFolder(at: out) }
        try first.finish(Manifest(program: "helio-test"))
        #expect(try scratch.names("a/out") == ["manifest.json", "x.txt"])
    }

    @Test func aReplacementCutOffHalfWayIsUndone() throws {
        try run(1)
        // As after a kill between the two renames: the old results aside, the new ones partial.
        try FileManager.default.moveItem(atPath: out, toPath: scratch.path + "/a/.out.replaced")
        try scratch.write("x\n2.0\n", to: "a/.out.partial/t.csv")
        #expect(throws: ResultError.exists(path: out)) { try run(3) }
        #expect(try scratch.text("a/out/t.csv") == "x\n1.0\n")
        #expect(try scratch.names("a") == ["out"])
    }

    @Test func aReplacementCutOffAtItsEndIsFinished() throws {
        try run(1)
        try scratch.write("old", to: "a/.out.replaced/t.csv")
        #expect(throws: ResultError.exists(path: out)) { try run(2) }
        #expect(try scratch.text("a/out/t.csv") == "x\n1.0\n")
        #expect(try scratch.names("a") == ["out"])
    }

    @Test func aFileInTheWayIsNamed() throws {
        try scratch.write("x", to: "a/out")
        #expect(throws: ResultError.inTheWay(path: out)) { try run(1, force: true) }
        out.withCString { _ = unlink($0) }
        try scratch.write("x", to: "b")
        let below = scratch.path + "/b/out"
        #expect(throws: ResultError.self) { try ResultFolder(at: below) }
    }

    @Test func aDanglingLinkIsInTheWay() throws {
        try FileManager.default.createDirectory(
            atPath: scratch.path + "/a", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: out, withDestinationPath: scratch.path + "/nowhere")
        #expect(throws: ResultError.inTheWay(path: out)) { try run(1) }
    }

    @Test func aLinkIsFollowed() throws {
        try FileManager.default.createDirectory(
            atPath: scratch.path + "/real/out", withIntermediateDirectories: true)
        try FileManager.default.createDirectory(
            atPath: scratch.path + "/a", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: out, withDestinationPath: scratch.path + "/real/out")
        try run(6)
        #expect(try scratch.text("real/out/t.csv") == "x\n6.0\n")
        #expect(try scratch.names("real") == ["out"])
    }

    @Test(arguments: ["", "/", "/..", "a\u{0}b"])
    func pathsThatAreNone(path: String) {
        #expect(throws: ResultError.badPath(path: path)) { try ResultFolder(at: path) }
    }

    @Test func slashesAndDotsAreNoNames() throws {
        let folder = try ResultFolder(at: scratch.path + "/x/../a//./out/")
        #expect(folder.path == out)
        folder.discard()
    }

    @Test(arguments: ["", ".", "..", "a/b", "manifest.json", ".lock", "taken.csv"])
    func fileNamesThatAreRefused(name: String) throws {
        let folder = try ResultFolder(at: out)
        _ = try folder.table("taken.csv", columns: ["x"])
        #expect(throws: ResultError.badFileName(name: name)) { try folder.write("", to: name) }
    }

    @Test func discardAllReachesOpenFolders() throws {
        let partial = try PartialFolder(for: out, force: false)
        #expect(exists(partial.path))
        partial.discard()
        #expect(!exists(partial.path))
        try partial.putInPlace()
        #expect(!exists(out))
    }

    @Test func errorsEndWithTheStatusOfAnUnwritableResult() {
        let errors: [ResultError] = [
            .exists(path: "x"), .notOurs(path: "x"), .inTheWay(path: "x"), .inUse(path: "x"),
            .cannotWrite(path: "x", action: "write", code: ENOSPC),
        ]
        for error in errors { #expect(error.exitStatus.rawValue == 73) }
        #expect(errors[4].message == "cannot write x: no space left on the device")
    }
}
