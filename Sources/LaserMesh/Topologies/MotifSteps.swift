/// The steps of motifs from all satellites of some shells, by ascending satellite.
struct MotifSteps {
    /// A number that is greater than that of every satellite.
    let satelliteBound: Int

    private let shells: [ShellLayout]
    private let seam: Seam
    private let places: [(satellite: Int, shell: Int, plane: Int, slot: Int)]

    init(of shells: [ShellLayout], seam: Seam) {
        self.shells = shells
        self.seam = seam
        places = shells.enumerated().flatMap { index, shell in
            shell.satellites.map { ($0.satellite, index, $0.plane, $0.slot) }
        }.sorted { $0.0 < $1.0 }
        satelliteBound = (places.last?.satellite ?? -1) + 1
    }

    /// Calls with the two ends of each step that leads to another satellite, in order.
    func forEach(of offsets: [MotifOffset], _ body: (Int, Int) -> Void) {
        for place in places {
            let shell = shells[place.shell]
            for offset in offsets {
                let plane = place.plane + offset.planes
                if !(0..<shell.planes).contains(plane), !seam.isLinked(in: shell) { continue }
                let other = shell.satellite(
                    fromPlane: place.plane, slot: place.slot, planesOn: offset.planes,
                    slotsOn: offset.slots)
                guard let other, other != place.satellite else { continue }
                body(place.satellite, other)
            }
        }
    }
}
