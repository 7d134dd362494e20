import ArgumentParser
import Results
import Testing

@testable import Console

/// A command that ends in whatever way it is told to.
private struct Sample: HelioCommand {
    static let configuration = CommandConfiguration(
        commandName: "helio-sample", abstract: "Ends as told.", version: "1.2.3")

    @Argument var ending: String
    @OptionGroup var shared: SharedOptions

    private struct Unreadable: ReportableError {
        let message = "cities.csv:3: latitude_deg is '91',\n  and -90 to 90 was expected"
        let exitStatus = ExitStatus.badData
    }

    private struct Fault: Error {}

    func run() throws {
        switch ending {
        case "well": return
        case "data": throw Unreadable()
        case "fault": throw Fault()
        case "missing": throw InputError.missing(path: "x.yaml")
        case "usage": throw ValidationError("--step-s is 0, and a positive number was expected.")
        case "pipe": throw StandardOutput.Closed()
        case "code": throw ExitCode(65)
        case "out": _ = try shared.resultFolder()
        default: throw CancellationError()
        }
    }
}

struct CommandTests {
    @Test(arguments: [
        (["well"], CommandEnding(status: .success)),
        (
            ["data"],
            CommandEnding(
                status: .badData,
                sentence:
                    "helio-sample: cities.csv:3: latitude_deg is '91', and -90 to 90 was expected")
        ),
        (
            ["missing"],
            CommandEnding(status: .missingInput, sentence: "helio-sample: x.yaml is missing")
        ),
        (
            ["usage"],
            CommandEnding(
                status: .usage,
                sentence: "helio-sample: --step-s is 0, and a positive number was expected")
        ),
        (
            ["fault"],
            CommandEnding(
                status: .internalFault,
                sentence: "helio-sample: a fault of the program, please report it: Fault()")
        ),
        (["pipe"], CommandEnding(status: .brokenPipe)),
        (["code"], CommandEnding(status: .badData)),
        (
            ["cancel"],
            CommandEnding(
                status: .interrupted, sentence: "helio-sample: stopped before the end")
        ),
        (
            ["out"],
            CommandEnding(
                status: .usage,
                sentence: "helio-sample: --out is missing; give the folder for the results")
        ),
        (["--version"], CommandEnding(status: .success, standardOutput: "1.2.3\n")),
    ])
    func endings(arguments: [String], ending: CommandEnding) async {
        #expect(await Sample.ending(arguments) == ending)
    }

    @Test(arguments: [
        [], ["well", "more"], ["well", "--nonsense"], ["well", "--threads", "0"],
        ["well", "--threads", "two"], ["well", "--threads", "-3"], ["well", "--out"],
        ["well", "--out", ""],
    ])
    func wrongCommandLines(arguments: [String]) async throws {
        let ending = await Sample.ending(arguments)
        #expect(ending.status.rawValue == 64)
        #expect(ending.standardOutput == nil)
        let sentence = try #require(ending.sentence)
        #expect(sentence.hasPrefix("helio-sample: ") && sentence.count > 20)
        #expect(!sentence.contains("\n") && !sentence.hasSuffix("."))
    }

    @Test func helpGoesToStandardOutput() async throws {
        let ending = await Sample.ending(["--help"])
        #expect(ending.status == .success && ending.sentence == nil)
        let help = try #require(ending.standardOutput)
        for option in ["--out", "--threads", "--quiet", "--force"] {
            #expect(help.contains(option))
        }
    }

    @Test func threadsDefaultToAllCores() throws {
        #expect(try SharedOptions.parse([]).threadCount >= 1)
        #expect(try SharedOptions.parse(["--threads", "3"]).threadCount == 3)
    }
}
