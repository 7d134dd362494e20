import Orbits
import Results

/// The tables of a scenario whose satellites and links are given, and the scenario beside them.
struct GivenMeshTables {
    var name: String
    var epoch: Instant
    var earth: EarthName
    var startS: Double
    var durationS: Double
    var stepS: Double

    /// Whether positions and links have times.
    var isTimed = false

    /// Whether satellites belong to named shells.
    var hasShells = false

    /// Rows of `positions.csv`.
    var positions = RowBuffer()

    /// Rows of `stations.csv`.
    var stations = RowBuffer()

    /// Rows of `lasers.csv`.
    var lasers = RowBuffer()

    /// Rows of `radio_links.csv`, where radio links do not change in time.
    var radioLinks = RowBuffer()

    /// Writes the tables that have rows, and the scenario.
    func write(into folder: ResultFolder) throws {
        try folder.table(
            "positions.csv",
            columns: ["satellite"] + (hasShells ? ["shell"] : []) + (isTimed ? ["time_s"] : [])
                + ["latitude_deg", "longitude_deg", "altitude_km"]
        ).append(positions)
        try folder.table("lasers.csv", columns: ["a", "b"] + (isTimed ? ["up_s", "down_s"] : []))
            .append(lasers)
        var ground = "  earth: \(earth.rawValue)\n"
        if stations.rows > 0 {
            try folder.table(
                "stations.csv", columns: ["name", "latitude_deg", "longitude_deg", "altitude_m"]
            ).append(stations)
            ground += "  stations: { file: stations.csv }\n"
            if !isTimed {
                try folder.table("radio_links.csv", columns: ["station", "satellite", "length_km"])
                    .append(radioLinks)
                ground += "  links: { file: radio_links.csv }\n"
            }
        }
        // A laser that is given is up, however low it passes.
        let text = """
            name: \(JSONValue.string(name).compactText)
            epoch: \(epoch.iso8601(fractionDigits: 6))
            window: { start_s: \(startS), duration_s: \(durationS), step_s: \(stepS) }
            constellation: { positions: { file: positions.csv } }
            lasers: { topology: file, file: lasers.csv, grazing_altitude_km: -6000 }
            ground:

            """
        try folder.write(text + ground, to: "scenario.yaml")
    }
}
