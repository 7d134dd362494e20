import Orbits

extension ShellLayout {
    /// The layouts of shells of real satellites, with their occupied planes by right ascension from
    /// the seam on.
    ///
    /// Where planes have different numbers of slots, those with fewer have empty ones at their end.
    public static func layouts(of placement: Placement) -> [ShellLayout] {
        placement.shells.compactMap { shell in
            let planes = shell.planesFromSeam.map(\.satellites)
            guard let slots = planes.map(\.count).max(), slots > 0 else { return nil }
            return ShellLayout(
                satellites: planes.map { plane in
                    plane
                        + Array(repeating: nil, count: slots - plane.count)
                }, isFullCircle: shell.isFullCircle)
        }
    }
}
