import Foundation

/// Runs the scripts of `Tests/Oracles`, where Python with what they import is there: the one that
/// `make oracles` installs, or else the `python3` of the `PATH`.
public enum PythonOracle {
    /// Why a test that needs a script is skipped.
    public static func absent(_ modules: [String]) -> String {
        "needs python3 with \(modules.joined(separator: ", ")), which make oracles installs"
    }

    /// Whether Python is there and imports all modules.
    public static func isPresent(_ modules: [String]) -> Bool {
        let imports = "import \(modules.joined(separator: ", "))"
        return (try? run(["-c", imports]).status) == 0
    }

    /// Runs a script of `Tests/Oracles` on an input; gives what it prints, or `nil` when it fails.
    public static func output(of script: String, input: String) throws -> String? {
        let path = SharedData.checkout.appending(path: "Tests/Oracles/\(script)").path
        let outcome = try run([path], input: input)
        return outcome.status == 0 ? outcome.output : nil
    }

    /// Runs Python.
    public static func run(
        _ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:],
        input: String = ""
    ) throws -> Program.Outcome {
        let own = SharedData.checkout.appending(path: ".venv-oracles/bin/python").path
        if FileManager.default.isExecutableFile(atPath: own) {
            return try Program(path: own).run(
                arguments, in: folder, environment: environment, input: input)
        }
        return try Program.inPath.run(
            ["python3"] + arguments, in: folder, environment: environment, input: input)
    }
}
