import Foundation
import TestSupport
import Testing

/// The public interface of the core as the compiler sees it.
@Suite struct DocumentationTests {
    private struct Graph: Decodable {
        struct Symbol: Decodable {
            struct Identifier: Decodable { let precise: String }
            struct Comment: Decodable {
                struct Line: Decodable { let text: String }
                let lines: [Line]
            }
            let identifier: Identifier
            let pathComponents: [String]
            let docComment: Comment?
        }
        let symbols: [Symbol]
    }

    private static let tool = "swift-symbolgraph-extract"

    /// It ends with 1 after its help; `env`, where it does not find it, with 127.
    private static let isThere =
        [0, 1].contains((try? Program.inPath.run([tool, "--help"]).status) ?? 127)

    /// Symbols that the compiler adds to a type have no comment of ours.
    @Test(
        .enabled(if: isThere, "needs swift-symbolgraph-extract of the toolchain"),
        arguments: ["Orbits", "LaserMesh", "Routing", "ElementFiles", "Contacts"])
    func `every public symbol has a documentation comment`(module: String) throws {
        let info = try JSONSerialization.jsonObject(
            with: Data(Program.inPath.run(["swiftc", "-print-target-info"]).output.utf8))
        let target = (info as? [String: Any])?["target"] as? [String: Any]
        let triple = try #require(target?["triple"] as? String)
        let modules = Program.folder.appending(path: "Modules")
        let folder = try TemporaryFolder()
        let sources = SharedData.checkout.appending(path: "Sources")
        let status = try Program.inPath.run([
            Self.tool, "-module-name", module, "-I", modules.path,
            "-I", sources.appending(path: "CGSL").path, "-target", triple,
            "-minimum-access-level", "public", "-skip-inherited-docs", "-output-dir",
            folder.url.path,
        ]).status
        #expect(status == 0)
        let graph = try JSONDecoder().decode(
            Graph.self,
            from: Data(contentsOf: folder.url.appending(path: "\(module).symbols.json")))
        let own = graph.symbols.filter {
            !$0.identifier.precise.contains("::SYNTHESIZED::")
                && ($0.docComment != nil || $0.pathComponents.last != "init(rawValue:)")
        }
        #expect(own.count > 20)
        for symbol in own {
            let text = symbol.docComment?.lines.map(\.text).joined() ?? ""
            #expect(!text.isEmpty, "\(symbol.pathComponents.joined(separator: ".")) says nothing")
        }
    }
}
