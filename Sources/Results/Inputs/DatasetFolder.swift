import Foundation

/// Finds the folder `Datasets` of the checkout, which holds coastlines, cities and designs.
public enum DatasetFolder {
    /// The environment variable that names the folder and goes before any search.
    public static let variable = "HELIOGRAPH_DATASETS"

    /// The folder, or `nil` where there is none.
    ///
    /// That of ``variable``; else the first folder `Datasets` that holds a `README.md`, walking up
    /// from the executable and then from the current folder.
    public static func locate() -> String? {
        locate(
            variable: ProcessInfo.processInfo.environment[variable],
            startingAt: [executableFolder, FileManager.default.currentDirectoryPath])
    }

    /// The path of a file in the folder; `nil` where the folder or the file is not there.
    public static func file(_ name: String) -> String? {
        guard let path = locate().map({ $0 + "/" + name }), InputFile.exists(path) else {
            return nil
        }
        return path
    }

    /// The search of ``locate()`` with the surroundings given.
    static func locate(variable: String?, startingAt starts: [String]) -> String? {
        if let variable, !variable.isEmpty {
            return Disk.kind(variable) == .folder ? Disk.absolute(variable) : nil
        }
        for start in starts {
            var folder = Disk.absolute(start)
            while true {
                let candidate = (folder == "/" ? "" : folder) + "/Datasets"
                if Disk.kind(candidate + "/README.md") == .other { return candidate }
                if folder == "/" { break }
                folder = Disk.parent(of: folder)
            }
        }
        return nil
    }

    private static var executableFolder: String {
        Disk.parent(of: Disk.absolute(Bundle.main.executablePath ?? "."))
    }
}
