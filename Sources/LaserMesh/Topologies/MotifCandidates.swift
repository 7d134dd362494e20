import Orbits

/// The steps and the motifs of two steps that are worth trying in a shell.
///
/// - Note: Bhattacherjee and Singla, CoNEXT 2019, DOI 10.1145/3359989.3365407, who search so.
package struct MotifCandidates: Sendable {
    /// The steps, by planes and then by slots counted forward.
    package let offsets: [MotifOffset]

    /// Finds the steps from one satellite to those within a distance that fly about the same way.
    ///
    /// These are the satellites of the same plane ahead of it, less than half a turn, and those of
    /// the planes that follow, fewer than a quarter of all. From a satellite at the equator, where
    /// planes are farthest apart, such steps are possible nearly everywhere.
    ///
    /// - Parameters:
    ///   - satellites: Earth-fixed positions [km].
    ///   - shell: The shell.
    ///   - plane: Plane of the satellite from which steps are measured.
    ///   - slot: Its slot.
    ///   - maxRangeKm: The greatest distance [km].
    package init(
        among satellites: PositionPlanes, of shell: ShellLayout, fromPlane plane: Int = 0,
        slot: Int = 0, maxRangeKm: Double
    ) {
        var offsets: [MotifOffset] = []
        if let here = shell.satellite(plane: plane, slot: slot) {
            for planes in 0..<max(1, (shell.planes + 3) / 4) {
                for slots in 0..<shell.slots {
                    let isAhead = slots > 0 && 2 * slots < shell.slots
                    guard planes > 0 || isAhead else { continue }
                    let other = shell.satellite(
                        fromPlane: plane, slot: slot, planesOn: planes, slotsOn: slots)
                    guard let other, other != here,
                        satellites.lengthKm(here, other) <= maxRangeKm
                    else { continue }
                    offsets.append(
                        MotifOffset(
                            planes: planes,
                            slots: 2 * slots > shell.slots ? slots - shell.slots : slots))
                }
            }
        }
        self.offsets = offsets
    }

    /// All motifs of two steps of which one at least leads to another plane, the earlier step first.
    package var motifs: [[MotifOffset]] {
        offsets.indices.flatMap { first in
            offsets[(first + 1)...].filter { offsets[first].planes + $0.planes > 0 }
                .map { [offsets[first], $0] }
        }
    }
}
