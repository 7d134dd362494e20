// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "heliograph-benchmarks",
    platforms: [.macOS("26.0")],
    dependencies: [.package(name: "heliograph", path: "..")],
    targets: [
        .executableTarget(
            name: "BenchPropagation",
            dependencies: [
                .product(name: "Orbits", package: "heliograph"),
                .product(name: "ElementFiles", package: "heliograph"),
            ])
    ],
    swiftLanguageModes: [.v6]
)
