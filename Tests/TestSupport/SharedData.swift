import Foundation

/// The folder of reference data that stands beside a checkout, for tests that compare with it.
///
/// It is not part of the package; a test that needs it is skipped, and says so, where it is absent.
public enum SharedData {
    /// Why a test that needs the folder is skipped.
    public static let absent: String =
        "needs the reference data in ../shared/data beside the checkout"

    /// The folder, or `nil` where it is absent.
    public static let folder: URL? = {
        let data = checkout.deletingLastPathComponent().appending(path: "shared/data")
        return FileManager.default.fileExists(atPath: data.path) ? data : nil
    }()

    /// Whether the folder is there.
    public static var isPresent: Bool { folder != nil }

    /// The root of the checkout.
    public static let checkout = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// A file of the folder, by its path inside it.
    public static func url(_ path: String) throws -> URL {
        guard let folder else { throw CocoaError(.fileNoSuchFile) }
        return folder.appending(path: path)
    }

    /// The text of a file of the folder.
    public static func text(_ path: String) throws -> String {
        try String(decoding: Data(contentsOf: url(path)), as: UTF8.self)
    }
}
