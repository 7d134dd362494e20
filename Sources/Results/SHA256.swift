/// The hash SHA-256, fed in pieces.
///
/// - Note: NIST FIPS 180-4, sections 4.1.2, 5.3.3 and 6.2, DOI 10.6028/NIST.FIPS.180-4.
public struct SHA256: Sendable {
    private var h0: UInt32 = 0x6a09_e667
    private var h1: UInt32 = 0xbb67_ae85
    private var h2: UInt32 = 0x3c6e_f372
    private var h3: UInt32 = 0xa54f_f53a
    private var h4: UInt32 = 0x510e_527f
    private var h5: UInt32 = 0x9b05_688c
    private var h6: UInt32 = 0x1f83_d9ab
    private var h7: UInt32 = 0x5be0_cd19
    private var pending: [UInt8] = []
    private var schedule = [UInt32](repeating: 0, count: 64)
    private var length: UInt64 = 0

    /// Creates the hash of no bytes yet.
    public init() {}

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
        length &+= UInt64(bytes.count)
        var start = 0
        if !pending.isEmpty {
            start = min(64 - pending.count, bytes.count)
            pending.append(contentsOf: bytes[0..<start])
            guard pending.count == 64 else { return }
            let block = pending
            pending.removeAll(keepingCapacity: true)
            compress(block, at: 0)
        }
        while start + 64 <= bytes.count {
            compress(bytes, at: start)
            start += 64
        }
        pending.append(contentsOf: bytes[start...])
    }

    /// The hash of all that was fed, as 64 lower-case hexadecimal digits; more may be fed after.
    public func hex() -> String {
        var last = self
        var padding: [UInt8] = [0x80]
        let zeros = (119 - pending.count) % 64
        padding.append(contentsOf: repeatElement(0, count: zeros))
        let bits = length &* 8
        for shift in stride(from: UInt64(56), through: 0, by: -8) {
            padding.append(UInt8(truncatingIfNeeded: bits >> shift))
        }
        last.update(padding)
        var digits: [UInt8] = []
        digits.reserveCapacity(64)
        for word in [last.h0, last.h1, last.h2, last.h3, last.h4, last.h5, last.h6, last.h7] {
            for shift in stride(from: UInt32(28), through: 0, by: -4) {
                let nibble = UInt8(truncatingIfNeeded: (word >> shift) & 15)
                digits.append(nibble < 10 ? 48 + nibble : 87 + nibble)
            }
        }
        return String(decoding: digits, as: UTF8.self)
    }

    private mutating func compress(_ block: [UInt8], at start: Int) {
        precondition(start >= 0 && start + 64 <= block.count)
        var (a, b, c, d) = (h0, h1, h2, h3)
        var (e, f, g, h) = (h4, h5, h6, h7)
        // Without checks of the bounds, which all are constant but for the one above: results of
        // gigabytes are hashed, and with checks that takes longer than making them.
        schedule.withUnsafeMutableBufferPointer { schedule in
            guard let w = schedule.baseAddress else { return }
            block.withUnsafeBytes { bytes in
                for i in 0..<16 {
                    w[i] = UInt32(
                        bigEndian: bytes.loadUnaligned(
                            fromByteOffset: start &+ 4 &* i, as: UInt32.self))
                }
            }
            var i = 16
            while i < 64 {
                let (w15, w2) = (w[i &- 15], w[i &- 2])
                let s0 = Self.rotated(w15, 7) ^ Self.rotated(w15, 18) ^ (w15 &>> 3)
                let s1 = Self.rotated(w2, 17) ^ Self.rotated(w2, 19) ^ (w2 &>> 10)
                w[i] = w[i &- 16] &+ s0 &+ w[i &- 7] &+ s1
                i &+= 1
            }
            Self.constants.withUnsafeBufferPointer { constants in
                guard let k = constants.baseAddress else { return }
                var i = 0
                while i < 64 {
                    let s1 = Self.rotated(e, 6) ^ Self.rotated(e, 11) ^ Self.rotated(e, 25)
                    let choice = g ^ (e & (f ^ g))
                    let t1 = h &+ s1 &+ choice &+ k[i] &+ w[i]
                    let s0 = Self.rotated(a, 2) ^ Self.rotated(a, 13) ^ Self.rotated(a, 22)
                    let majority = (a & b) | (c & (a | b))
                    h = g
                    g = f
                    f = e
                    e = d &+ t1
                    d = c
                    c = b
                    b = a
                    a = t1 &+ s0 &+ majority
                    i &+= 1
                }
            }
        }
        h0 &+= a
        h1 &+= b
        h2 &+= c
        h3 &+= d
        h4 &+= e
        h5 &+= f
        h6 &+= g
        h7 &+= h
    }

    @inline(__always)
    private static func rotated(_ x: UInt32, _ n: UInt32) -> UInt32 {
        x &>> n | x &<< (32 &- n)
    }

    /// First 32 bits of the fractional parts of the cube roots of the first 64 primes.
    private static let constants: [UInt32] = [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4,
        0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe,
        0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f,
        0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7,
        0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc,
        0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
        0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116,
        0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
        0xc67178f2,
    ]
}
