import Foundation
import Testing

@testable import Results

/// Stand-ins for gnuplot: shell scripts of that name in a folder of their own.
struct GnuplotTests {
    private let scratch: TemporaryFolder

    init() throws { scratch = try TemporaryFolder() }

    private func install(_ script: String) throws {
        try scratch.write("#!/bin/sh\n" + script, to: "gnuplot")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: scratch.path + "/gnuplot")
    }

    private func gnuplot(_ format: FigureFormat = .svg) throws(FigureError) -> Gnuplot {
        try Gnuplot(for: format, searchPath: "/nowhere:" + scratch.path)
    }

    private let answer = "if [ \"$2\" = -e ]; then printf '5.4\\n dumb svg png \\n' >&2; exit; fi\n"

    @Test func missing() throws {
        #expect(throws: FigureError.gnuplotMissing) { try gnuplot() }
        try FileManager.default.createDirectory(
            atPath: scratch.path + "/gnuplot", withIntermediateDirectories: false)
        #expect(throws: FigureError.gnuplotMissing) { try gnuplot() }
        #expect(FigureError.gnuplotMissing.exitStatus.rawValue == 69)
    }

    @Test(arguments: ["4.6", "5.0", "five", ""])
    func tooOld(version: String) throws {
        try install("printf '\(version)\\n svg \\n' >&2")
        #expect(throws: FigureError.gnuplotTooOld(path: scratch.path + "/gnuplot", found: version))
        {
            try gnuplot()
        }
    }

    @Test func withoutATerminal() throws {
        try install(answer)
        #expect(try gnuplot().version == "5.4")
        #expect(
            throws: FigureError.terminalMissing(
                path: scratch.path + "/gnuplot", terminal: "pngcairo")
        ) { try gnuplot(.both) }
    }

    @Test func failing() throws {
        try install(answer + "echo 'plot x' >&2; echo '  line 3: no such file' >&2; exit 2")
        let gnuplot = try gnuplot()
        #expect(
            throws: FigureError.gnuplotFailed(script: "a.gp", reason: "line 3: no such file")
        ) { try gnuplot.run(script: "a.gp", in: scratch.path) }
    }

    @Test func hanging() throws {
        try install(answer + "exec sleep 600")
        let gnuplot = try gnuplot()
        #expect(throws: FigureError.gnuplotTimedOut(script: "a.gp", seconds: 1)) {
            try gnuplot.run(script: "a.gp", in: scratch.path, timeoutSeconds: 1)
        }
    }

    @Test func talkative() throws {
        try install(
            answer
                + "i=0; while [ $i -lt 3000 ]; do echo 'a warning of some length, again and again' >&2; i=$((i+1)); done"
        )
        try gnuplot().run(script: "a.gp", in: scratch.path, timeoutSeconds: 60)
    }
}
