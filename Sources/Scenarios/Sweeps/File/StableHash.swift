/// A hash of texts that is the same in every process and version.
enum StableHash {
    /// FNV-1a of 32 bits, by G. Fowler, L. C. Noll and K.-P. Vo.
    static func fnv(_ text: String) -> UInt32 {
        text.utf8.reduce(0x811c_9dc5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
    }
}
