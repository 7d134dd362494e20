import COpenSSL

/// The hash SHA-256, fed in pieces.
///
/// OpenSSL computes it, with the instructions that processors have for it.
///
/// - Note: NIST FIPS 180-4, DOI 10.6028/NIST.FIPS.180-4.
public struct SHA256: ~Copyable {
    private let context: OpaquePointer

    /// Creates the hash of no bytes yet.
    public init() {
        guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1
        else { preconditionFailure("OpenSSL has no SHA-256") }
        self.context = context
    }

    deinit { EVP_MD_CTX_free(context) }

    /// The hash of a text's UTF-8 bytes, as 64 lower-case hexadecimal digits.
    public static func hex(of text: String) -> String { hex(of: Array(text.utf8)) }

    /// The hash of bytes, as 64 lower-case hexadecimal digits.
    public static func hex(of bytes: [UInt8]) -> String {
        var hash = SHA256()
        hash.update(bytes)
        return hash.hex()
    }

    /// Feeds further bytes.
    ///
    /// - Complexity: O(n) for n bytes.
    public mutating func update(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { update($0) }
    }

    /// Feeds further bytes.
    ///
    /// - Complexity: O(n) for n bytes.
    mutating func update(_ bytes: UnsafeRawBufferPointer) {
        _ = EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
    }

    /// The hash of all that was fed, as 64 lower-case hexadecimal digits; more may be fed after.
    public func hex() -> String {
        guard let copy = EVP_MD_CTX_new() else { preconditionFailure("no memory for a hash") }
        defer { EVP_MD_CTX_free(copy) }
        var digest = [UInt8](repeating: 0, count: 32)
        guard EVP_MD_CTX_copy_ex(copy, context) == 1, EVP_DigestFinal_ex(copy, &digest, nil) == 1
        else { preconditionFailure("OpenSSL cannot end a hash") }
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self
        )
    }
}
