/// Which terminals serve which links: each link one of either end, each terminal one link.
///
/// A link may be taken as long as its satellites can give every one of their links a terminal of its
/// own, where those that were given before change places if they must. The sets of links that a
/// satellite can serve so are a matroid (a transversal one).
struct TerminalSlots {
    private let terminalCount: Int
    private let offers: [LinkOffer]
    /// The offer that each terminal serves, satellite by satellite; −1 for none.
    private var served: [Int32]

    init(satelliteCount: Int, terminalCount: Int, offers: [LinkOffer]) {
        self.terminalCount = terminalCount
        self.offers = offers
        served = Array(repeating: -1, count: satelliteCount * terminalCount)
    }

    /// Takes a link if both its ends can serve it beside what they serve already.
    ///
    /// - Returns: Whether it was taken.
    mutating func take(_ offer: Int) -> Bool {
        let link = offers[offer].link
        let before = Array(served[row(of: link.a)])
        guard serve(offer, at: link.a) else { return false }
        if serve(offer, at: link.b) { return true }
        served.replaceSubrange(row(of: link.a), with: before)
        return false
    }

    /// The terminal of a satellite that serves an offer.
    func terminal(of offer: Int, at satellite: Int32) -> Int? {
        let row = row(of: satellite)
        return served[row].firstIndex(of: Int32(truncatingIfNeeded: offer)).map {
            $0 - row.lowerBound
        }
    }

    private func row(of satellite: Int32) -> Range<Int> {
        Int(satellite) * terminalCount..<(Int(satellite) + 1) * terminalCount
    }

    private mutating func serve(_ offer: Int, at satellite: Int32) -> Bool {
        var tried: UInt64 = 0
        return serve(offer, at: satellite, &tried)
    }

    /// Gives an offer a free terminal, or one whose offer can move to another.
    private mutating func serve(
        _ offer: Int, at satellite: Int32, _ tried: inout UInt64
    ) -> Bool {
        let usable = offers[offer].terminals(of: satellite)
        let begin = Int(satellite) * terminalCount
        for terminal in 0..<terminalCount where usable >> UInt64(terminal) & 1 == 1 {
            guard served[begin + terminal] < 0 else { continue }
            served[begin + terminal] = Int32(truncatingIfNeeded: offer)
            return true
        }
        for terminal in 0..<terminalCount
        where usable >> UInt64(terminal) & 1 == 1 && tried >> UInt64(terminal) & 1 == 0 {
            tried |= 1 << UInt64(terminal)
            guard serve(Int(served[begin + terminal]), at: satellite, &tried) else { continue }
            served[begin + terminal] = Int32(truncatingIfNeeded: offer)
            return true
        }
        return false
    }
}
