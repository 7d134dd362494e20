import CHeliograph
import Foundation
import HeliographC
import Results
import TestSupport
import Testing

@Suite struct HeaderTests {
    @Test func versionIsThatOfThePackage() {
        let (major, minor, patch) = (
            HELIO_VERSION_MAJOR, HELIO_VERSION_MINOR, HELIO_VERSION_PATCH
        )
        #expect("\(major).\(minor).\(patch)" == HeliographVersion.string)
        #expect(Int(helio_version()) == Int(major * 1_000_000 + minor * 1_000 + patch))
    }

    @Test func everyStatusHasItsText() {
        for status in 0...5 {
            #expect(String(cString: helio_status_text(helio_status(status))) != "unknown status")
        }
        #expect(String(cString: helio_status_text(-1)) == "unknown status")
        #expect(String(cString: helio_status_text(6)) == "unknown status")
    }

    @Test(
        .enabled(if: Compilers.arePresent, "needs gcc and g++"),
        arguments: [
            ["gcc", "-std=c11", "-x", "c"], ["g++", "-std=c++17", "-x", "c++"],
        ])
    func compilesWithoutAWarning(compiler: [String]) throws {
        let include = SharedData.checkout.appending(path: "Sources/CHeliograph/include").path
        let outcome = try Program.inPath.run(
            compiler + [
                "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-fsyntax-only",
                include + "/heliograph.h",
            ])
        #expect(outcome.status == 0, "\(outcome.errors)")
    }
}

/// The compilers of C and C++ that are not Swift's own.
enum Compilers {
    static let arePresent = ["gcc", "g++"].allSatisfy { name in
        ["/usr/bin", "/usr/local/bin"].contains {
            FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
        }
    }
}
