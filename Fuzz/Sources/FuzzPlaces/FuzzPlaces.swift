import FuzzSupport
import Orbits
import Results
import Scenarios
import Terrestrial

private nonisolated(unsafe) let folder = FuzzFolder()

/// Any bytes are borders or land in GeoJSON, a network in the Topology Zoo's GraphML, or stations in JSON;
/// or a sentence says what is wrong.
@c(LLVMFuzzerTestOneInput)
public func fuzzPlaces(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let buffer = UnsafeBufferPointer(start: data, count: count)
    let bytes = Array(buffer)
    do {
        let borders = try Borders(geoJSON: bytes, file: "fuzz")
        for (latitude, longitude) in [(0.0, 0.0), (90, 10), (-45, 179.99), (50, -180)] {
            let place = Geodetic(latitudeDeg: latitude, longitudeDeg: longitude, altitudeKm: 0)
            for country in [borders.country(at: place), borders.country(near: place, withinKm: 25)]
            {
                precondition(country.map(borders.countries.indices.contains) ?? true)
            }
        }
    } catch {
        precondition(!error.sentence.isEmpty)
    }
    _ = try? LandOutlines.rings(geoJSON: bytes, file: "fuzz")
    do {
        let cables = try Cable.graphML(bytes, file: "fuzz", stretch: 1.2)
        precondition(cables.allSatisfy { $0.lengthKm >= 0 && $0.lengthKm.isFinite })
    } catch {
        precondition(!error.sentence.isEmpty)
    }
    folder.fill(buffer, first: "stations.json")
    do {
        _ = try Experiment(
            Scenario(
                text: """
                    constellation:
                      shells: [{ planes: 1, slots: 1, inclination_deg: 53, altitude_km: 550 }]
                    ground: { stations: { file: stations.json } }
                    """, file: folder.file("scenario.yaml")))
    } catch {
        checkSentence(error)
    }
    return 0
}
