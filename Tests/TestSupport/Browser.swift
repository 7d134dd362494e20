import Foundation

/// Chromium without a window, where it is installed.
public enum Browser {
    /// Why a test that needs it is skipped.
    public static let absent = "needs chromium in PATH (Debian and Ubuntu: apt install chromium)"

    /// Where it is.
    public static let path: String? = {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        for name in ["chromium", "chromium-browser", "google-chrome"] {
            for folder in folders
            where FileManager.default.isExecutableFile(atPath: "\(folder)/\(name)") {
                return "\(folder)/\(name)"
            }
        }
        return nil
    }()

    /// What a page was when it had settled.
    public struct Outcome: Sendable {
        /// Its document, as HTML.
        public let document: String

        /// The lines that it wrote on the console, errors of scripts and shaders among them.
        public let console: [String]
    }

    /// Opens a page and gives its document once its scripts have run; `nil` without an answer within
    /// two minutes.
    public static func open(_ page: URL) throws -> Outcome? {
        guard let path else { return nil }
        let folder = try TemporaryFolder()
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = [
            "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--hide-scrollbars",
            "--window-size=1000,700", "--user-data-dir=\(folder.path("profile"))",
            "--enable-logging=stderr", "--virtual-time-budget=3000",
            "--dump-dom", page.absoluteString,
        ]
        func sink(_ name: String) throws -> FileHandle {
            try FileHandle(forWritingTo: URL(filePath: folder.write("", to: name)))
        }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try sink("document")
        process.standardError = try sink("errors")
        try process.run()
        let deadline = ContinuousClock.now + .seconds(120)
        while process.isRunning, ContinuousClock.now < deadline { usleep(20_000) }
        guard !process.isRunning else {
            kill(process.processIdentifier, SIGKILL)
            return nil
        }
        func text(_ name: String) throws -> String {
            try String(decoding: Data(contentsOf: URL(filePath: folder.path(name))), as: UTF8.self)
        }
        return Outcome(
            document: try text("document"),
            console: try text("errors").split(separator: "\n").map(String.init)
                .filter { $0.contains("CONSOLE") })
    }
}
