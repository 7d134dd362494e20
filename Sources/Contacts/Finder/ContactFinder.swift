import LaserMesh
import Orbits

/// Finds the contacts of a constellation and its ground stations: when each link rises and sets.
///
/// ```swift
/// let finder = ContactFinder(constellation, builder: builder, epoch: epoch)
/// let plan = await finder.plan(over: 0..<86_400)
/// ```
///
/// All pairs of a station and a satellite are looked at, and the lasers that the topology joins. Ends
/// are roots of the margins of rules (`LinkRule`) along the orbits themselves, to a
/// microsecond and mostly to a nanosecond; least and greatest lengths are within a centimetre.
///
/// **What may be missed.** An interval, be the link up or down in it, is missed only if it lasts no
/// longer than ``resolutionS``, or if the margin stays within ``noiseKm`` of zero all along it, which
/// positions do not resolve. The proof: orbits are sampled every 30 s; the cubic through two samples is
/// within a bound of the orbit that the fourth derivative of two-body motion gives; every margin has
/// bounds of its first and second derivative, given with the curve of each rule; between two instants
/// whose margins have one sign the chord and these bounds either keep the margin from zero or time is
/// halved, down to ``resolutionS``; and a value whose sign the cubic leaves open is taken from the
/// orbit. Rules that have no such bounds (`LinkRule.hasBoundedCurvature`) and those of stations
/// that move are asked every ``sampleS``, and topologies that depend on positions every
/// ``topologyStepS``; between two different answers the change is halved down to a millisecond or less.
/// Outages, timetables and choices at instants of their own are known.
///
/// A satellite has a state wherever two neighbouring samples of it have one.
public struct ContactFinder: Sendable {
    /// Intervals no longer than this may be missed [s].
    public static let resolutionS = CrossingSearch.resolutionS

    /// Margins that stay this near zero may be taken for either sign [km].
    public static let noiseKm = 1e-6

    /// How often a rule is asked whose margin has no bounds [s].
    public static let sampleS = SpellFilter.sampleS

    /// How often a topology that depends on positions is asked [s].
    public static let topologyStepS = SampledOrbits.stepS

    /// The satellites.
    public let constellation: Constellation

    /// The topology, the rules and the stations.
    public let builder: MeshBuilder

    /// The instant from which seconds count.
    public let epoch: Instant

    /// Creates a finder.
    ///
    /// - Parameters:
    ///   - constellation: The satellites, the nodes from 0 on.
    ///   - builder: The topology, the rules and the stations, whose nodes follow; without a
    ///     `MeshBuilder.followingObstacle`.
    ///   - epoch: The instant from which seconds count.
    public init(_ constellation: Constellation, builder: MeshBuilder, epoch: Instant) {
        precondition(builder.followingObstacle == nil)
        self.constellation = constellation
        self.builder = builder
        self.epoch = epoch
    }

    /// Creates a finder of the contacts of a mesh over time.
    public init(_ mesh: MovingMesh) {
        self.init(mesh.constellation, builder: mesh.builder, epoch: mesh.epoch)
    }

    /// The number of nodes.
    public var nodeCount: Int { constellation.count + builder.observers.count }

    var orbits: ExactOrbits { ExactOrbits(constellation: constellation, epoch: epoch) }

    /// All contacts in a window.
    ///
    /// - Parameters:
    ///   - window: The window since the epoch [s].
    ///   - stations: The stations whose links are looked for; `nil` for all.
    ///   - threads: How many blocks of time are worked on at once. The plan does not depend on it.
    ///   - progress: Called with the seconds of the window that are done, in pieces.
    /// - Complexity: O(stations · satellites · window) with a small constant, and a few evaluations of
    ///   the orbits for each contact; what the topology takes for one that depends on positions.
    public func plan(
        over window: Range<Double>, linking stations: [Int]? = nil, threads: Int = 1,
        progress: @Sendable (Double) -> Void = { _ in }
    ) async -> ContactPlan {
        let edges = Self.blockEdges(window)
        let stations = stations ?? Array(builder.observers.indices)
        var found: [[Contact]] = Array(repeating: [], count: max(0, edges.count - 1))
        await withTaskGroup(of: (Int, [Contact]).self) { group in
            var next = 0
            func start() {
                guard next < edges.count - 1 else { return }
                let (block, from, to) = (next, edges[next], edges[next + 1])
                group.addTask {
                    (block, contacts(from: from, to: to, linking: stations))
                }
                next += 1
            }
            for _ in 0..<max(1, threads) { start() }
            while let (block, contacts) = await group.next() {
                found[block] = contacts
                progress(edges[block + 1] - edges[block])
                start()
            }
        }
        return ContactPlan(
            Self.joined(found), satelliteCount: constellation.count, nodeCount: nodeCount,
            window: window)
    }

    /// All contacts in a window, found on the thread of the caller.
    ///
    /// The plan is that of ``plan(over:linking:threads:progress:)``.
    ///
    /// - Parameters:
    ///   - window: The window since the epoch [s].
    ///   - stations: The stations whose links are looked for; `nil` for all.
    /// - Complexity: As that of the other.
    public func planInPlace(
        over window: Range<Double>, linking stations: [Int]? = nil
    ) -> ContactPlan {
        let edges = Self.blockEdges(window)
        let stations = stations ?? Array(builder.observers.indices)
        let found = zip(edges, edges.dropFirst()).map {
            contacts(from: $0, to: $1, linking: stations)
        }
        return ContactPlan(
            Self.joined(found), satelliteCount: constellation.count, nodeCount: nodeCount,
            window: window)
    }

    /// The edges of the blocks of a window, which the number of threads does not move [s].
    static func blockEdges(_ window: Range<Double>) -> [Double] {
        let span = window.upperBound - window.lowerBound
        guard span > 0 else { return [window.lowerBound] }
        // About sixteen blocks, from ten minutes to an hour each.
        let blockS = min(3_600, max(600, span / 16))
        let count = max(1, Int((span / blockS).rounded(.up)))
        return (0...count).map {
            $0 == count
                ? window.upperBound : window.lowerBound + span * (Double($0) / Double(count))
        }
    }

    /// Contacts of consecutive blocks, those that go on across an edge made one.
    static func joined(_ blocks: [[Contact]]) -> [Contact] {
        var all: [Contact] = []
        all.reserveCapacity(blocks.reduce(0) { $0 + $1.count })
        for block in blocks { all += block }
        all.sort { ($0.a, $0.b, $0.upS) < ($1.a, $1.b, $1.upS) }
        var kept = 0
        for index in all.indices {
            let contact = all[index]
            if kept > 0, all[kept - 1].goesOn(in: contact) {
                all[kept - 1].minKm = min(all[kept - 1].minKm, contact.minKm)
                all[kept - 1].maxKm = max(all[kept - 1].maxKm, contact.maxKm)
                all[kept - 1].downS = contact.downS
                all[kept - 1].causeDown = contact.causeDown
            } else {
                all[kept] = contact
                kept += 1
            }
        }
        all.removeLast(all.count - kept)
        return all
    }
}

extension Contact {
    /// Whether another contact is the rest of this one, cut off by the edge of a block.
    fileprivate func goesOn(in other: Contact) -> Bool {
        a == other.a && b == other.b && kind == other.kind && downS == other.upS
            && causeDown == .window && other.causeUp == .window
    }
}
