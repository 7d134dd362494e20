// swift-tools-version: 6.2
import PackageDescription

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let toml = Target.Dependency.product(name: "TOMLKit", package: "TOMLKit")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

/// An executable of the `helio-` family: it parses, calls and writes, and holds no science.
func executable(_ name: String) -> Target {
    .executableTarget(name: name, dependencies: ["Scenarios", "Results", "Console", arguments])
}

let package = Package(
    name: "heliograph",
    platforms: [.macOS("26.0")],
    products: [
        .library(name: "Heliograph", targets: ["Heliograph"]),
        .library(name: "Orbits", targets: ["Orbits"]),
        .library(name: "LaserMesh", targets: ["LaserMesh"]),
        .library(name: "Routing", targets: ["Routing"]),
        .library(name: "ElementFiles", targets: ["ElementFiles"]),
        .library(name: "Contacts", targets: ["Contacts"]),
        .library(name: "Terrestrial", targets: ["Terrestrial"]),
        .library(name: "DataCenters", targets: ["DataCenters"]),
        .library(name: "Scenarios", targets: ["Scenarios"]),
        .library(name: "Results", targets: ["Results"]),
        .executable(name: "helio-propagate", targets: ["helio-propagate"]),
        .executable(name: "helio-mesh", targets: ["helio-mesh"]),
        .executable(name: "helio-route", targets: ["helio-route"]),
        .executable(name: "helio-forward", targets: ["helio-forward"]),
        .executable(name: "helio-convert", targets: ["helio-convert"]),
        .executable(name: "helio-motif", targets: ["helio-motif"]),
        .executable(name: "helio-flow", targets: ["helio-flow"]),
        .executable(name: "helio-resilience", targets: ["helio-resilience"]),
        .executable(name: "helio-compare", targets: ["helio-compare"]),
        .executable(name: "helio-datacenter", targets: ["helio-datacenter"]),
        .executable(name: "helio-plot", targets: ["helio-plot"]),
        .executable(name: "helio-globe", targets: ["helio-globe"]),
        .executable(name: "helio-sweep", targets: ["helio-sweep"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    ],
    targets: [
        // The core: nothing beyond the C math library.
        .target(name: "Orbits"),
        .target(name: "LaserMesh", dependencies: ["Orbits"]),
        .target(name: "Routing", dependencies: ["LaserMesh"]),
        .target(name: "Heliograph", dependencies: ["Orbits", "LaserMesh", "Routing"]),

        .target(name: "ElementFiles", dependencies: ["Orbits"]),
        .systemLibrary(
            name: "CGSL", pkgConfig: "gsl", providers: [.apt(["libgsl-dev"]), .brew(["gsl"])]),
        .target(name: "Numerics", dependencies: ["CGSL", "Orbits"]),
        .target(name: "Contacts", dependencies: ["Routing"]),
        .target(name: "Terrestrial", dependencies: ["Routing"]),
        .target(name: "DataCenters", dependencies: ["Contacts", "Terrestrial"]),
        .systemLibrary(
            name: "CNetCDF", pkgConfig: "netcdf",
            providers: [.apt(["libnetcdf-dev"]), .brew(["netcdf"])]),
        .systemLibrary(
            name: "CHDF5", pkgConfig: "hdf5",
            providers: [.apt(["libhdf5-dev"]), .brew(["hdf5"])]),
        .systemLibrary(
            name: "CDeflate", pkgConfig: "libdeflate",
            providers: [.apt(["libdeflate-dev"]), .brew(["libdeflate"])]),
        .systemLibrary(
            name: "COpenSSL", pkgConfig: "libcrypto",
            providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
        .target(
            name: "Results", dependencies: ["CNetCDF", "CHDF5", "CDeflate", "COpenSSL", "Orbits"],
            resources: [.embedInCode("Globe/Page")]),
        .target(
            name: "Scenarios",
            dependencies: [
                "ElementFiles", "Contacts", "Terrestrial", "DataCenters", "Numerics", "Results",
                yams, toml,
            ]),

        .target(name: "Console", dependencies: ["Scenarios", "Results", arguments]),
        executable("helio-propagate"),
        executable("helio-mesh"),
        executable("helio-route"),
        executable("helio-forward"),
        executable("helio-convert"),
        executable("helio-motif"),
        executable("helio-flow"),
        executable("helio-resilience"),
        executable("helio-compare"),
        executable("helio-datacenter"),
        executable("helio-plot"),
        executable("helio-globe"),
        executable("helio-sweep"),

        .target(name: "TestSupport", path: "Tests/TestSupport"),
        .testTarget(
            name: "OrbitsTests", dependencies: ["Orbits", "TestSupport"], exclude: ["Fixtures"]),
        .testTarget(
            name: "ElementFilesTests", dependencies: ["ElementFiles", "TestSupport"],
            exclude: ["Fixtures"]),
        .testTarget(name: "LaserMeshTests", dependencies: ["LaserMesh", "TestSupport"]),
        .testTarget(
            name: "RoutingTests", dependencies: ["Routing", "ElementFiles", "TestSupport"]),
        .testTarget(
            name: "NumericsTests", dependencies: ["Numerics", "TestSupport"],
            exclude: ["Fixtures"]),
        .testTarget(name: "ContactsTests", dependencies: ["Contacts", "Numerics", "TestSupport"]),
        .testTarget(name: "HeliographTests", dependencies: ["Heliograph", "TestSupport"]),
        .testTarget(name: "TerrestrialTests", dependencies: ["Terrestrial", "TestSupport"]),
        .testTarget(
            name: "DataCentersTests",
            dependencies: ["DataCenters", "Contacts", "Routing", "TestSupport"]),
        .testTarget(name: "ResultsTests", dependencies: ["Results", "TestSupport"]),
        .testTarget(
            name: "ConsoleTests", dependencies: ["Console", "Results", "TestSupport", arguments]),
        .testTarget(
            name: "ScenariosTests",
            dependencies: ["Scenarios", "Terrestrial", "DataCenters", "TestSupport"],
            exclude: ["Fixtures"]),
        .testTarget(
            name: "ExecutableTests",
            dependencies: [
                "Console", "Contacts", "Heliograph", "Numerics", "Orbits", "Results", "Scenarios",
                "TestSupport", arguments, "helio-propagate", "helio-mesh", "helio-route",
                "helio-forward", "helio-convert", "helio-motif", "helio-flow", "helio-resilience",
                "helio-compare", "helio-datacenter", "helio-plot", "helio-globe", "helio-sweep",
            ]),
    ],
    swiftLanguageModes: [.v6]
)

// The C interface, by `@c @implementation` (SE-0495), which compilers know from 6.3 on.
#if compiler(>=6.3)
    package.products.append(
        .library(name: "HeliographC", type: .static, targets: ["HeliographC"]))
    package.targets += [
        .target(name: "CHeliograph"),
        .target(name: "HeliographC", dependencies: ["CHeliograph", "Contacts"]),
        .testTarget(
            name: "HeliographCTests",
            dependencies: ["CHeliograph", "HeliographC", "Results", "TestSupport"],
            exclude: ["check-c-library"]),
    ]
#endif
