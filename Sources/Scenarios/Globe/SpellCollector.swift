import LaserMesh
import Results

/// Joins what links are from frame to frame into spells.
struct SpellCollector {
    /// What a link is in a frame: up, or down by a rule.
    private enum State: Hashable {
        case up
        case down(LinkRule)
    }

    private struct Open {
        var state: State
        var begin: Int
        var last: Int
        var amount: Double
    }

    /// The links, in the order in which they are first met.
    private(set) var links: [GlobeLink] = []

    /// The spells that have ended.
    private(set) var spells: [GlobeSpell] = []

    /// The reasons, each once.
    private(set) var reasons: [String] = []

    private var places: [GlobeLink: Int] = [:]
    private var open: [Int: Open] = [:]
    private var reasonPlaces: [String: Int] = [:]

    /// Takes the next frame.
    ///
    /// - Parameter node: The place of a node of the mesh among those of the scene.
    mutating func add(_ frame: GlobeFrame, at index: Int, node: (Int) -> Int) {
        for link in frame.links {
            note(GlobeLink(a: node(link.a.index), b: node(link.b.index)), .up, 0, at: index)
        }
        for broken in frame.broken {
            note(
                GlobeLink(a: node(Int(broken.link.a)), b: node(Int(broken.link.b))),
                .down(broken.rule), broken.amount, at: index)
        }
        for link in open.keys.sorted() where open[link]?.last != index { close(link) }
    }

    /// Ends all spells.
    mutating func finish() {
        for link in open.keys.sorted() { close(link) }
        spells.sort { ($0.link, $0.frames.lowerBound) < ($1.link, $1.frames.lowerBound) }
    }

    private mutating func note(_ link: GlobeLink, _ state: State, _ amount: Double, at index: Int) {
        let place = places[link] ?? links.count
        if place == links.count {
            places[link] = place
            links.append(link)
        }
        if var spell = open[place], spell.state == state, spell.last >= index - 1 {
            spell.last = index
            spell.amount = max(spell.amount, amount)
            open[place] = spell
            return
        }
        close(place)
        open[place] = Open(state: state, begin: index, last: index, amount: amount)
    }

    private mutating func close(_ link: Int) {
        guard let spell = open.removeValue(forKey: link) else { return }
        var reason: Int?
        if case .down(let rule) = spell.state {
            let sentence = Self.sentence(rule, spell.amount)
            let place = reasonPlaces[sentence] ?? reasons.count
            if place == reasons.count {
                reasonPlaces[sentence] = place
                reasons.append(sentence)
            }
            reason = place
        }
        spells.append(
            GlobeSpell(link: link, frames: spell.begin..<spell.last + 1, reason: reason))
    }

    private static func sentence(_ rule: LinkRule, _ amount: Double) -> String {
        guard !rule.unit.isEmpty else { return rule.breach }
        return "\(rule.breach), by up to \((amount * 10).rounded() / 10) \(rule.unit)"
    }
}
