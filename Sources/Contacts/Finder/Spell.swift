/// An interval in which rules hold without a break: the half-open `[beginS, endS)`.
struct Spell: Hashable, Sendable {
    var beginS: Double
    var endS: Double
    var causeUp: ContactCause
    var causeDown: ContactCause

    /// Creates a spell.
    init(beginS: Double, endS: Double, causeUp: ContactCause, causeDown: ContactCause) {
        self.beginS = beginS
        self.endS = endS
        self.causeUp = causeUp
        self.causeDown = causeDown
    }

    /// Creates a spell that one cause begins and ends.
    init(_ interval: (fromS: Double, toS: Double), by cause: ContactCause) {
        self.init(
            beginS: interval.fromS, endS: interval.toS, causeUp: cause, causeDown: cause)
    }

    /// The part of the spell between two instants, in which it is cut off by a rule that changes there.
    func cut(from begin: Double?, to end: Double?, by cause: ContactCause) -> Spell {
        var part = self
        if let begin {
            part.beginS = begin
            part.causeUp = cause
        }
        if let end {
            part.endS = end
            part.causeDown = cause
        }
        return part
    }

    /// What two lists of spells, each ascending, have in common.
    ///
    /// The cause of an end is that of the spell that ends there; of both where they end together, the
    /// one that is a rule, and the first one's where both are.
    static func common(_ one: [Spell], _ other: [Spell]) -> [Spell] {
        var common: [Spell] = []
        var (i, j) = (0, 0)
        while i < one.count, j < other.count {
            let (a, b) = (one[i], other[j])
            let begin = max(a.beginS, b.beginS)
            let end = min(a.endS, b.endS)
            if begin < end {
                let up = a.beginS == b.beginS ? a.causeUp == .window : a.beginS < b.beginS
                let down = a.endS == b.endS ? a.causeDown == .window : a.endS > b.endS
                common.append(
                    Spell(
                        beginS: begin, endS: end, causeUp: up ? b.causeUp : a.causeUp,
                        causeDown: down ? b.causeDown : a.causeDown))
            }
            if a.endS <= b.endS { i += 1 } else { j += 1 }
        }
        return common
    }
}
