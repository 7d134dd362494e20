import CHeliograph

/// The names of the codes, by their numbers.
private let statusTexts: [StaticString] = [
    "done", "a pointer is NULL", "a handle names nothing of its kind", "a size does not fit",
    "a number is out of its range", "a text is not what it should be",
]

/// `helio_version()`, as `heliograph.h` describes it.
@c @implementation
public func helio_version() -> Int32 {
    Int32(HELIO_VERSION_MAJOR * 1_000_000 + HELIO_VERSION_MINOR * 1_000 + HELIO_VERSION_PATCH)
}

/// `helio_last_error()`, as `heliograph.h` describes it.
@c @implementation
public func helio_last_error() -> UnsafePointer<CChar>? { LastError.text }

/// `helio_status_text()`, as `heliograph.h` describes it.
@c @implementation
public func helio_status_text(_ status: helio_status) -> UnsafePointer<CChar>? {
    let text =
        statusTexts.indices.contains(Int(status))
        ? statusTexts[Int(status)] : "unknown status"
    // Literals end in NUL and stay where they are.
    return UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)
}
