/// Real satellites put into shells, planes and slots by their mean elements.
///
/// The elements of all are carried to one epoch by the secular rates of J2 and J4. Then
///
/// 1. **shells** are dense groups in inclination and semi-major axis: satellites that drift together;
///    planes of one inclination that each have a height of their own form one shell;
/// 2. **planes** are the teeth of the comb in right ascension on which a shell's satellites stand,
///    found by its Fourier sum, or else groups that wide gaps divide;
/// 3. **slots** divide a plane into S equal parts, with S from the Fourier sum of the arguments of
///    latitude u. Where the planes are in step with each other, that is where K Ω + S u is the same
///    for all satellites, the slots are numbered across planes by it; else each plane by itself.
///
/// Where at least a twentieth of the slots hold two satellites or more, as Starlink's 70° shell
/// does, each slot counts as so many, one behind the other.
///
/// Numbers count from a satellite that is drawn by its catalogue number: it stands in plane 0, slot 0.
/// They stay the same from one element file to the next, as long as that satellite stays and the comb
/// of the shell is the same.
///
/// - Note: The Fourier sum of a set of angles is the periodogram of their points; for a Walker
///   pattern of P planes and S slots with phasing F its peaks are (P, 0) and (−F, S).
public struct Placement: Sendable {
    /// The epoch to which all elements were carried: the newest of them.
    public let epoch: Instant

    /// The shells, those with the most satellites first.
    public let shells: [PlacedShell]

    /// Where each satellite stands.
    public let satellites: [SatellitePlacement]

    /// Age of each element set at ``epoch`` [d].
    public let ageDays: [Double]

    /// Puts satellites into shells, planes and slots.
    ///
    /// - Parameters:
    ///   - elements: One element set for each satellite.
    ///   - gravity: The gravity model of the elements.
    ///   - greatestAgeDays: Satellites with older elements are left out [d].
    /// - Complexity: O(n log n) for the shells, and about 500 Fourier terms a satellite.
    public init(
        _ elements: [ElementSet], gravity: GravityModel = .wgs72, greatestAgeDays: Double = 7
    ) {
        let epoch = elements.map(\.epoch).max() ?? .j2000
        var satellites = [SatellitePlacement](
            repeating: .unplaced(.aloneAtItsHeight), count: elements.count)
        var orbits: [MeanOrbit] = []
        var ages: [Double] = []
        for (index, set) in elements.enumerated() {
            let age = epoch.seconds(since: set.epoch) / Instant.secondsPerDay
            ages.append(age)
            guard age <= greatestAgeDays else {
                satellites[index] = .unplaced(.oldElements)
                continue
            }
            do {
                orbits.append(
                    try MeanOrbit(set, satellite: index, at: epoch, gravity: gravity))
            } catch {
                satellites[index] = .unplaced(.badElements(error))
            }
        }
        var shells: [PlacedShell] = []
        for group in ShellGroups.groups(of: orbits) {
            let fit = ShellFit(group)
            for (orbit, reason) in fit.unplaced {
                satellites[group[orbit].satellite] = .unplaced(reason)
            }
            if let shell = fit.shell(named: shells.map(\.name)) { shells.append(shell) }
        }
        shells.sort { ($0.satelliteCount, $1.name) > ($1.satelliteCount, $0.name) }
        for (index, shell) in shells.enumerated() {
            for plane in shell.planes {
                for (slot, satellite) in plane.satellites.enumerated() {
                    guard let satellite else { continue }
                    satellites[satellite] = .placed(shell: index, plane: plane.number, slot: slot)
                }
            }
        }
        self.epoch = epoch
        self.shells = shells
        self.satellites = satellites
        ageDays = ages
    }

    /// The number of satellites that stand in a shell.
    public var placedCount: Int { shells.reduce(0) { $0 + $1.satelliteCount } }
}
