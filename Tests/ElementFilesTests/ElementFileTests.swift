import ElementFiles
import Foundation
import Orbits
import TestSupport
import Testing

/// Files as a whole: what cannot be read, and by what a form is told.
@Suite struct ElementFileTests {
    private func withFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "heliograph-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    @Test func tellsTheFormByContentAndNotBySuffix() throws {
        let text: [(String, ElementFileFormat)] = [
            (Samples.tle(90_001).joined(separator: "\n"), .tle),
            (Samples.csv(), .ommCSV), (Samples.kvn(), .ommKVN),
            ("[\(Samples.jsonOfNumbers())]", .ommJSON), (Samples.omm(), .ommXML),
        ]
        try withFolder { folder in
            for (index, (text, format)) in text.enumerated() {
                let file = folder.appending(path: "elements \(index) é.tle")
                try Data(text.utf8).write(to: file)
                let contents = try ElementFile.read(contentsOf: file)
                #expect(contents.format == format)
                #expect(contents.elements.count == 1)
                #expect(try ElementFile.read(path: file.path) == contents)
            }
        }
    }

    @Test func saysWhyAFileCannotBeRead() throws {
        try withFolder { folder in
            let missing = folder.appending(path: "missing.tle").path
            #expect(throws: ElementFileError.missing(file: missing)) {
                try ElementFile.read(path: missing)
            }
            #expect(throws: ElementFileError.isDirectory(file: folder.path)) {
                try ElementFile.read(path: folder.path)
            }
            let empty = folder.appending(path: "empty").path
            for blanks in ["", "\n \r\n\0", "\u{feff}"] {
                try Data(blanks.utf8).write(to: URL(filePath: empty))
                #expect(throws: ElementFileError.empty(file: empty)) {
                    try ElementFile.read(path: empty)
                }
            }
            let secret = folder.appending(path: "secret").path
            try Data(Samples.csv().utf8).write(to: URL(filePath: secret))
            try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: secret)
            // The superuser may read everything.
            if FileManager.default.isReadableFile(atPath: secret) {
                #expect(try ElementFile.read(path: secret).elements.count == 1)
            } else {
                #expect(throws: ElementFileError.noPermission(file: secret)) {
                    try ElementFile.read(path: secret)
                }
            }
        }
    }

    @Test(arguments: [
        "No GP data found", "hello", "[1, 2]", "{", "<", "a,b,c\n1,2,3", "x = 5",
        "\u{7f}\u{2}\u{3}", "{\\rtf1}", "EPOCH\n2026", "PK\u{3}\u{4}",
    ])
    func refusesAnUnknownForm(_ text: String) throws {
        let error = try #require(throws: ElementFileError.self) { try parse(text) }
        guard case .unknownFormat(let file, let firstBytes) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(file == "sample" && error.file == "sample")
        #expect(firstBytes.hasPrefix("\""))
        #expect(error.message.hasPrefix("sample: begins with \""))
        #expect(error.message.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7f })
    }

    @Test func everyErrorIsOneSentence() {
        let errors: [ElementFileError] = [
            .missing(file: "f"), .isDirectory(file: "f"), .noPermission(file: "f"),
            .unreadable(file: "f", reason: "r"), .tooLarge(file: "f", limitBytes: 1),
            .empty(file: "f"), .unknownFormat(file: "f", firstBytes: "\"x\""),
        ]
        for error in errors {
            #expect(error.file == "f")
            #expect(error.message.hasPrefix("f: "))
            #expect(error.message.contains(", expected "))
        }
        #expect(Set(errors.map(\.message)).count == errors.count)
    }
}
