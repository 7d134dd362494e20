import Foundation
import Results
import TestSupport
import Testing

/// netCDF files: written, read back, the same bytes each time, and errors that say what is wrong.
@Suite struct NetCDFTests {
    private static let names = ["S1-0-0", "Zürich", "", "São Paulo"]

    /// A file with every type, two blocks of a growing dimension, compression and fill values.
    private func write(_ path: String) throws {
        let file = try NetCDFWriter(path: path, attributes: [.text("title", "a test, 5°")])
        let time = try file.dimension("time", count: nil)
        let node = try file.dimension("node", count: 4)
        let letter = try file.dimension("letter", count: 3)
        let seconds = try file.timeVariable(over: time, epoch: "2026-08-23T00:00:00.000000Z")
        let hop = try file.variable(
            "next_hop", of: Int32.self, over: [time, node], fill: -1,
            storage: NetCDFStorage(chunk: [2, 4], deflateLevel: 1))
        let latency = try file.variable(
            "latency_ms", of: Float.self, over: [time, node], fill: .nan,
            attributes: [.units("ms"), .longName("one-way latency")])
        let code = try file.variable("code", of: UInt8.self, over: [letter])
        let kind = try file.variable(
            "kind", of: Int8.self, over: [node],
            attributes: [.numbers("flag_values", [Int8(0), 1])])
        let small = try file.variable("small", of: Int16.self, over: [node])
        let large = try file.variable("large", of: Int64.self, over: [node])
        let one = try file.variable("one", of: Double.self, over: [])
        try file.texts("name", Self.names, over: node)
        for block in [0, 2] {
            let values = (0..<8).map { Int32(4 * block + $0) }
            try file.write(values, to: hop, from: [block, 0], count: [2, 4])
            try file.write(
                values.map { Float($0) / 8 }, to: latency, from: [block, 0], count: [2, 4])
            try file.write(
                [Double(block) / 10, Double(block + 1) / 10], to: seconds, from: [block],
                count: [2])
        }
        // The last instant of next_hop is left out: it reads as the value that stands for none.
        try file.write([9.5], to: seconds, from: [4], count: [1])
        try file.write(Array("abc".utf8), to: code, from: [0], count: [3])
        try file.write([0, 1, 1, 0], to: kind, from: [0], count: [4])
        try file.write([-32768, 0, 1, 32767], to: small, from: [0], count: [4])
        try file.write([.min, 0, 1, .max], to: large, from: [0], count: [4])
        try file.write([0.1], to: one, from: [], count: [])
        try file.close()
        try file.close()
    }

    @Test func `what is written is read back`() throws {
        let folder = try TestSupport.TemporaryFolder()
        let path = folder.path("a.nc")
        try write(path)
        let file = try NetCDFReader(path: path)
        #expect(try file.count(of: "time") == 5)
        #expect(try file.count(of: "node") == 4)
        #expect(try file.dimensions(of: "next_hop") == ["time", "node"])
        #expect(
            try file.values(of: "next_hop", as: Int32.self)
                == (0..<16).map(Int32.init) + [-1, -1, -1, -1])
        let latencies = try file.values(of: "latency_ms", as: Float.self)
        #expect(latencies.prefix(16) == (0..<16).map { Float($0) / 8 }[...])
        #expect(latencies.dropFirst(16).allSatisfy { $0.isNaN })
        #expect(try file.values(of: "time", as: Double.self) == [0, 0.1, 0.2, 0.3, 9.5])
        #expect(try file.values(of: "code", as: UInt8.self) == Array("abc".utf8))
        #expect(try file.values(of: "kind", as: Int8.self) == [0, 1, 1, 0])
        #expect(try file.values(of: "small", as: Int16.self) == [-32768, 0, 1, 32767])
        #expect(try file.values(of: "large", as: Int64.self) == [.min, 0, 1, .max])
        #expect(try file.values(of: "one", as: Double.self) == [0.1])
        #expect(try file.texts(of: "name") == Self.names)
        #expect(try file.text("Conventions") == NetCDFWriter.conventions)
        #expect(try file.text("title") == "a test, 5°")
        #expect(
            try file.text("units", of: "time") == "seconds since 2026-08-23T00:00:00.000000Z")
    }

    /// Names that a library might take for addresses or for paths of another system.
    @Test(arguments: ["a b.nc", "é#mode=zarr.nc", "a:b.nc", "%20.nc"])
    func `a file stands where its path says`(name: String) throws {
        let folder = try TestSupport.TemporaryFolder()
        try write(folder.path(name))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == [name])
        #expect(try NetCDFReader(path: folder.path(name)).count(of: "time") == 5)
    }

    @Test func `the same values give the same bytes, whenever and by whichever thread`()
        async throws
    {
        let folder = try TestSupport.TemporaryFolder()
        try write(folder.path("0.nc"))
        // Over a second later in the file system's clock, should a time be stored.
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1e9)],
            ofItemAtPath: folder.path("0.nc"))
        let paths = (1...8).map { folder.path("\($0).nc") }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for path in paths {
                group.addTask { try write(path) }
            }
            try await group.waitForAll()
        }
        let first = try Data(contentsOf: folder.url.appending(path: "0.nc"))
        // netCDF-4 is HDF5, which begins like this.
        #expect(first.prefix(8) == Data([0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a]))
        for path in paths {
            #expect(try Data(contentsOf: URL(filePath: path)) == first)
        }
    }

    @Test func `errors say what is wrong with which file`() throws {
        let folder = try TestSupport.TemporaryFolder()
        #expect(throws: NetCDFError.self) {
            try NetCDFWriter(path: folder.path("absent/a.nc"))
        }
        let missing = folder.path("missing.nc")
        let error = try #require(throws: NetCDFError.self) { try NetCDFReader(path: missing) }
        #expect(error == .system(path: missing, action: "read", code: ENOENT))
        #expect(error.message == "cannot read \(missing): no such file or folder")
        let text = try folder.write("time_s,rtt_ms\n", to: "text.nc")
        #expect(throws: NetCDFError.self) { try NetCDFReader(path: text) }
        let path = folder.path("a.nc")
        try write(path)
        let file = try NetCDFReader(path: path)
        #expect(
            throws: NetCDFError.otherType(path: path, variable: "next_hop", expected: "double")
        ) { try file.values(of: "next_hop", as: Double.self) }
        let absent = try #require(throws: NetCDFError.self) { try file.texts(of: "absent") }
        #expect(absent.message.contains("'absent'") && absent.message.contains(path))
        let writer = try NetCDFWriter(path: folder.path("b.nc"))
        _ = try writer.dimension("time", count: 2)
        #expect(throws: NetCDFError.self) { try writer.dimension("time", count: 3) }
        #expect(throws: NetCDFError.self) { try writer.dimension("a/b", count: 3) }
    }

    @Test func `a file becomes part of a result folder`() throws {
        let folder = try TestSupport.TemporaryFolder()
        let results = try ResultFolder(at: folder.path("out"))
        try write(results.partialPath + "/a.nc")
        try results.adopt("a.nc")
        try results.finish(Manifest(program: "test"))
        let bytes = try Data(contentsOf: folder.url.appending(path: "out/a.nc"))
        let manifest = try String(
            contentsOf: folder.url.appending(path: "out/manifest.json"), encoding: .utf8)
        #expect(manifest.contains(SHA256.hex(of: Array(bytes))))
    }

    private static let modules = ["xarray", "netCDF4"]

    @Test(
        .enabled(
            if: PythonOracle.isPresent(modules),
            Comment(rawValue: PythonOracle.absent(modules))))
    func `xarray reads the same`() throws {
        let folder = try TestSupport.TemporaryFolder()
        try write(folder.path("a.nc"))
        let output = try #require(
            try PythonOracle.output(of: "read_netcdf.py", input: folder.path("a.nc")))
        #expect(
            output == """
                time 2026-08-23T00:00:00.000000000 2026-08-23T00:00:09.500000000
                name S1-0-0|Zürich||São Paulo
                next_hop 120.0 4
                latency_ms 15.0 4
                encoding [2, 4] True 1 -1
                Conventions CF-1.11

                """)
    }
}
