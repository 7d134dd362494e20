// swift-tools-version: 6.2
import PackageDescription

// A package of somebody else's that embeds the core: by path, with no flag, and with no system library.
// `make test-consumer` builds and runs it.
let package = Package(
    name: "consumer",
    platforms: [.macOS("26.0")],
    dependencies: [.package(name: "heliograph", path: "../..")],
    targets: [
        .executableTarget(
            name: "Consumer",
            dependencies: [.product(name: "Heliograph", package: "heliograph")])
    ],
    swiftLanguageModes: [.v6]
)
