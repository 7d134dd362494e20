import Testing

@testable import Results

/// Figures of what something takes by its size.
@Suite struct ScalingFigureTests {
    private let scratch: TemporaryFolder

    init() throws { scratch = try TemporaryFolder() }

    private var folder: String { scratch.path + "/out" }

    private func figures(_ text: String) throws -> [Figure] {
        try scratch.write(text, to: "out/scaling.csv")
        return try ScalingFigures(results: ScalingResults(folder: folder)).figures()
    }

    @Test func `a figure for each unit, with lines in proportion`() throws {
        let drawn = try figures(
            "satellites,mesh_ms,forwarding_state_ms,memory_mb\n1000,20,5.5,7\n100,1,nan,0.25\n")
        #expect(drawn.map(\.name) == ["scaling-ms", "scaling-mb"])
        let lines = String(decoding: drawn[0].data[0].bytes, as: UTF8.self)
            .split(separator: "\n").filter { !$0.hasPrefix("#") }
        // A mesh of ten times the satellites in ten times the time would take 10 ms.
        #expect(
            lines == [
                "100.0 1.0", "1000.0 10.0", "1000.0 5.5", "1000.0 5.5", "100.0 1.0", "1000.0 20.0",
                "1000.0 5.5",
            ])
        let script = drawn[0].script(format: .svg)
        #expect(script.contains("set logscale xy") && script.contains("set ylabel 'ms'"))
        #expect(script.contains("title 'forwarding state'") && script.contains("'satellites'"))
    }

    @Test func `what has no logarithm is one sentence`() throws {
        for (text, words) in [
            ("size,a_s\n0,1\n", "scaling.csv:2: size is '0', and a size above 0 was expected"),
            ("size,a_s\n1,-1\n", "a_s is '-1', and a number above 0"), ("size,a_s\n", "no rows"),
            ("size\n1\n", "no rows"),
        ] {
            let error = #expect(throws: FigureError.self) { try figures(text) }
            #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
            #expect(error?.exitStatus == .badData)
        }
    }
}
