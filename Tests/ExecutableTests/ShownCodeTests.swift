import Foundation
import TestSupport
import Testing

/// Every piece of code that readers are shown is run by a test, and this tells by which.
///
/// Docstrings of Python are run by pytest (`--doctest-modules`), the programs of `Snippets/`,
/// `Examples/` and `Notebooks/` as the files that they are.
@Suite struct ShownCodeTests {
    /// What runs a piece; `nil` where nothing does.
    private func runner(of code: ShownCode, header: [ShownCode]) -> String? {
        switch ((code.file as NSString).pathExtension, code.language) {
        case ("md", "sh"): "ShownCommandTests"
        case ("md", "yaml"): "ShownCommandTests"
        case ("md", "swift"), ("swift", "swift"): "ShownSwiftTests"
        case ("md", "python") where code.text.contains("import heliograph"):
            // The files that it looks into.
            ["README.md", "Python/README.md"].contains(code.file) ? "test_package.py" : nil
        case ("md", "python")
        where code.text.contains("import dask") || code.text.contains("from dask"):
            code.file == "README.md" ? "ShownCommandTests" : nil
        case ("md", "python") where code.text.contains("import pyarrow"):
            code.file == "README.md" ? "test_sweep_tables.py" : nil
        case ("md", "c"): header.contains { $0.text == code.text } ? "check-c-library" : nil
        case ("h", "c"): "check-c-library"
        // A formula.
        case ("swift", ""): code.text.contains(#/\b(let|var|import|try|func)\s/#) ? nil : "none"
        default: nil
        }
    }

    @Test func `a test runs each`() throws {
        let all = try ShownCode.all()
        let header = all.filter { $0.file.hasSuffix(".h") }
        var counts: [String: Int] = [:]
        for code in all {
            guard let runner = runner(of: code, header: header) else {
                Issue.record("\(code.file), line \(code.line): no test runs '\(code.language)'")
                continue
            }
            counts[runner, default: 0] += 1
        }
        #expect(counts["ShownCommandTests", default: 0] >= 13)
        #expect(counts["ShownSwiftTests", default: 0] >= 9)
        #expect(counts["test_package.py"] == 2 && counts["check-c-library"] == 2)
        #expect(counts["test_sweep_tables.py"] == 1)
    }

    /// Of a block that says nothing of itself nobody knows whether it is code.
    @Test func `blocks of texts have a language`() throws {
        for code in try ShownCode.all() where code.file.hasSuffix(".md") {
            #expect(!code.language.isEmpty, "\(code.file), line \(code.line)")
        }
    }

    /// Nothing in docstrings is passed over.
    @Test func `doctests are not skipped`() throws {
        let folder = SharedData.checkout.appending(path: "Python/src/heliograph")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".py") }
        #expect(names.count > 5)
        for name in names {
            let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            #expect(!text.contains("doctest:") && !text.contains("```") && !text.contains("::\n"))
        }
        let options = try String(
            contentsOf: SharedData.checkout.appending(path: "Python/pyproject.toml"),
            encoding: .utf8)
        #expect(options.contains("addopts = \"--doctest-modules\""))
    }
}
