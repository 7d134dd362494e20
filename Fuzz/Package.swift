// swift-tools-version: 6.2
import PackageDescription

/// A fuzzer of what reads files by way of `Scenarios`.
func fuzzer(_ name: String, _ products: [String] = []) -> Target {
    .executableTarget(
        name: name,
        dependencies: ["FuzzSupport"]
            + (["Results", "Scenarios"] + products).map {
                .product(name: $0, package: "heliograph")
            })
}

// Fuzzers of the readers, run by `Fuzz/run SECONDS`. To add one, write
// Sources/Fuzz<Name>/Fuzz<Name>.swift after the model of FuzzElements, or of FuzzGraphML where the reader
// takes a path, name it here, and put files to start from into Corpus/Fuzz<Name>; the script finds it by
// itself.
let package = Package(
    name: "heliograph-fuzz",
    platforms: [.macOS("26.0")],
    dependencies: [.package(name: "heliograph", path: "..")],
    targets: [
        .executableTarget(
            name: "FuzzElements",
            dependencies: [
                .product(name: "ElementFiles", package: "heliograph"),
                .product(name: "Orbits", package: "heliograph"),
            ]),
        .executableTarget(
            name: "FuzzScenario",
            dependencies: [
                .product(name: "Orbits", package: "heliograph"),
                .product(name: "Scenarios", package: "heliograph"),
            ]),
        .target(
            name: "FuzzSupport",
            dependencies: [
                .product(name: "Results", package: "heliograph"),
                .product(name: "Scenarios", package: "heliograph"),
            ]),
        fuzzer("FuzzCelestial"),
        fuzzer("FuzzConstellationCode"),
        fuzzer("FuzzDataCenterTables"),
        fuzzer("FuzzGML"),
        fuzzer("FuzzGraphML"),
        fuzzer("FuzzHypatia"),
        fuzzer("FuzzPlaces", ["Orbits", "Terrestrial"]),
        fuzzer("FuzzStarPerf"),
        fuzzer("FuzzStarryNet"),
        fuzzer("FuzzSweep"),
        fuzzer("FuzzTables"),
    ],
    swiftLanguageModes: [.v6]
)
