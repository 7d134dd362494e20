import Foundation
import TestSupport
import Testing

/// The snippets of `Snippets/`, each run as a program.
@Suite struct SnippetTests {
    /// A part of what each of them prints.
    private static let printed = [
        "TLEToPosition": ["TEME: SIMD3<Double>", "over ", " km"],
        "ElementFileOfAnyForm": ["[\"VANGUARD 1\"] 0 rejections"],
        "DesignToMesh": ["1156 satellites, 2312 lasers", "Manila sees satellite"],
        "RouteOfAPair": ["best: 43.", " hops", "2 disjoint routes"],
        "ForwardingTable": ["Tokyo to Sydney in", "hops: true"],
        "ContactsOfAStation": ["satellite ", "arrives after", "over 2 hops"],
        "RouteIntervalsOfAPair": ["0.0 s to", "hops"],
    ]

    @Test func `every snippet is run`() throws {
        let files = try FileManager.default.contentsOfDirectory(
            atPath: SharedData.checkout.appending(path: "Snippets").path)
        #expect(
            Set(files.filter { $0.hasSuffix(".swift") }.map { String($0.dropLast(6)) })
                == Set(Self.printed.keys))
    }

    @Test(arguments: printed.keys.sorted())
    func `it runs and says what it found`(name: String) throws {
        let run = try Program(name).run([])
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        for part in Self.printed[name] ?? [] {
            #expect(run.output.contains(part), "\(run.output)")
        }
    }
}
