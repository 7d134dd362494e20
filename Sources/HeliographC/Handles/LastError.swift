import CHeliograph

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The sentence of each thread about its last call that failed, as text of C.
enum LastError {
    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        // The thread's end gives its text back.
        pthread_key_create(&key) { free($0) }
        return key
    }()

    /// What a thread is told that has seen no failure, and one for whose text there is no memory.
    private static let empty: StaticString = ""

    /// The text of the thread that asks.
    static var text: UnsafePointer<CChar>? {
        let text = pthread_getspecific(key).map { UnsafeRawPointer($0) }
        return (text ?? UnsafeRawPointer(empty.utf8Start)).assumingMemoryBound(to: CChar.self)
    }

    /// Keeps a text for the thread that asks.
    static func set(_ message: String) {
        free(pthread_getspecific(key))
        pthread_setspecific(key, strdup(message))
    }
}
