import ArgumentParser
import Results

/// A command of the `helio-` family: its errors end as one sentence on standard error and an exit
/// status after sysexits.
///
/// ```swift
/// struct HelioHello: HelioCommand {
///     static let configuration = CommandConfiguration(
///         commandName: "helio-hello", abstract: "Makes an empty folder of results.",
///         version: HeliographVersion.string)
///     @OptionGroup var shared: SharedOptions
///
///     func run() throws {
///         try shared.resultFolder().finish(Manifest(program: "helio-hello"))
///     }
/// }
/// ```
///
/// An executable marks it with `@main`.
///
/// `run` may also be synchronous. It throws a ``Results/ReportableError``, or ArgumentParser's
/// `ValidationError` for what is wrong with the command line.
public protocol HelioCommand: AsyncParsableCommand {}

extension HelioCommand {
    /// Parses the command line, runs the command and ends the process with its status.
    public static func main() async {
        await main(Array(CommandLine.arguments.dropFirst()))
    }

    /// Parses arguments, runs the command and ends the process with its status.
    public static func main(_ arguments: [String]) async {
        Interruption.watch(program: programName)
        let ending = await ending(arguments)
        ResultFolder.discardAll()
        Interruption.exit(ending.status) {
            // Help that nobody reads to its end is no failure.
            if let output = ending.standardOutput { try? StandardOutput.write(output) }
            if let sentence = ending.sentence { StandardError.write(sentence + "\n") }
        }
    }

    /// The name by which messages begin.
    public static var programName: String { configuration.commandName ?? _commandName }

    /// Parses and runs, and tells what is left to be said.
    static func ending(_ arguments: [String]) async -> CommandEnding {
        do {
            var command = try parseAsRoot(arguments)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            return CommandEnding(status: .success)
        } catch {
            return CommandEnding(
                of: error, program: programName,
                parser: ParserVerdict(
                    status: exitCode(for: error).rawValue, brief: message(for: error),
                    full: fullMessage(for: error)))
        }
    }
}
