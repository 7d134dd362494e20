// swift-tools-version: 6.2
import PackageDescription

/// A benchmark: prints a line of JSON for each measurement.
func bench(_ name: String, _ modules: [String]) -> Target {
    .executableTarget(
        name: name,
        dependencies: ["BenchSupport"]
            + modules.map { .product(name: $0, package: "heliograph") })
}

let package = Package(
    name: "heliograph-benchmarks",
    platforms: [.macOS("26.0")],
    dependencies: [.package(name: "heliograph", path: "..")],
    targets: [
        .target(name: "BenchSupport"),
        bench("BenchBorders", ["Orbits", "Terrestrial"]),
        bench("BenchEmbedding", ["Orbits", "LaserMesh", "Routing"]),
        bench("BenchPipeline", ["Orbits", "LaserMesh", "Routing", "Results", "Scenarios"]),
        bench("BenchPropagation", ["Orbits", "ElementFiles"]),
        bench("BenchRouting", ["Orbits", "LaserMesh", "Routing"]),
        bench("BenchSweep", ["Scenarios"]),
    ],
    swiftLanguageModes: [.v6]
)
