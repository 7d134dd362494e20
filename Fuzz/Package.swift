// swift-tools-version: 6.2
import PackageDescription

// Fuzzers of the readers, run by `Fuzz/run SECONDS`. To add one, write
// Sources/Fuzz<Name>/Fuzz<Name>.swift after the model of FuzzElements, name it here, and put files to
// start from into Corpus/Fuzz<Name>; the script finds it by itself.
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
    ],
    swiftLanguageModes: [.v6]
)
