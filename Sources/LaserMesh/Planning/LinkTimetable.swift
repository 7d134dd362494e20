import Orbits

/// Links that are chosen at some times: the result of a planner, or a file's.
///
/// For each pair of satellites it holds sorted half-open intervals `[up, down)` in which the two
/// point a laser at each other, apart from one another. Whether the link is up then is for the rules
/// of the mesh to say.
public struct LinkTimetable: Topology {
    /// The links that are chosen at some time, sorted, each once.
    public let links: [LaserLink]

    /// Where the intervals of each link begin; one entry more than ``links``.
    package let firstInterval: [Int]

    /// Begin of each interval, since the scenario's epoch [s].
    public let upS: [Double]

    /// End of each interval, which is not part of it, since the scenario's epoch [s].
    public let downS: [Double]

    /// Creates the timetable of choices in any order.
    ///
    /// Choices of one link that overlap or touch are one; those that end before they begin, or when
    /// they begin, are none.
    ///
    /// - Complexity: O(n log n) in the number of choices.
    public init(_ choices: [TimedLink]) {
        var links: [LaserLink] = []
        var first: [Int] = []
        var up: [Double] = []
        var down: [Double] = []
        let sorted = choices.filter { $0.upS < $0.downS }.sorted {
            ($0.link.key, $0.upS, $0.downS) < ($1.link.key, $1.upS, $1.downS)
        }
        for choice in sorted {
            if links.last != choice.link {
                links.append(choice.link)
                first.append(up.count)
            } else if let end = down.last, choice.upS <= end {
                down[down.count - 1] = max(end, choice.downS)
                continue
            }
            up.append(choice.upS)
            down.append(choice.downS)
        }
        first.append(up.count)
        self.links = links
        firstInterval = first
        upS = up
        downS = down
    }

    /// Creates the timetable that chooses the links of a list at all times.
    public init(always list: LinkList) {
        self.init(list.links.map { TimedLink($0) })
    }

    /// The choices, by link and then by time.
    public var choices: [TimedLink] {
        links.indices.flatMap { index in
            intervals(of: index).map {
                TimedLink(links[index], upS: upS[$0], downS: downS[$0])
            }
        }
    }

    /// The places of the intervals of a link, given by its place in ``links``.
    public func intervals(of link: Int) -> Range<Int> {
        firstInterval[link]..<firstInterval[link + 1]
    }

    /// Whether a link is chosen at an instant.
    ///
    /// - Parameters:
    ///   - link: Its place in ``links``.
    ///   - seconds: The instant, since the scenario's epoch [s].
    /// - Complexity: O(log n) in the number of its intervals.
    public func isChosen(_ link: Int, atSeconds seconds: Double) -> Bool {
        let own = firstInterval[link]..<firstInterval[link + 1]
        // The last interval that begins at or before the instant is the only one that may hold it.
        let next = upS[own].partitioningIndex { !($0 <= seconds) }
        return next > own.lowerBound && seconds < downS[next - 1]
    }

    /// Appends the links that are chosen at an instant, sorted.
    public func appendLinks(
        among satellites: PositionPlanes, atSeconds seconds: Double, rules: LaserRules,
        to links: inout [LaserLink]
    ) {
        for (index, link) in self.links.enumerated() where isChosen(index, atSeconds: seconds) {
            links.append(link)
        }
    }
}
