import Foundation
@testable import Results
import TestSupport
import Testing

/// Chunks that are packed apart read back as what the netCDF library itself has written.
@Suite struct NetCDFChunkTests {
    /// One variable of three dimensions, whose chunks do not divide any of them.
    private func define<Value: NetCDFValue>(
        _ path: String, fill: Value, _ storage: NetCDFStorage
    ) throws -> (NetCDFWriter, NetCDFVariable<Value>) {
        let file = try NetCDFWriter(path: path)
        let time = try file.dimension("time", count: nil)
        let row = try file.dimension("row", count: 5)
        let node = try file.dimension("node", count: 7)
        let seconds = try file.timeVariable(over: time, epoch: "2026-08-23T00:00:00.000000Z")
        try file.write((0..<7).map(Double.init), to: seconds, from: [0], count: [7])
        return (
            file,
            try file.variable("value", over: [time, row, node], fill: fill, storage: storage)
        )
    }

    private func compare<Value: NetCDFValue & Equatable>(
        _ values: [Value], fill: Value, _ storage: NetCDFStorage
    ) throws {
        let folder = try TestSupport.TemporaryFolder()
        let (plain, variable) = try define(folder.path("plain.nc"), fill: fill, storage)
        try plain.write(values, to: variable, from: [0, 0, 0], count: [7, 5, 7])
        try plain.close()
        for path in ["a.nc", "b.nc"] {
            let (file, variable) = try define(folder.path(path), fill: fill, storage)
            let chunks = try file.chunks()
            let packer = ChunkPacker()
            // The memory still holds the first box when the second one comes.
            var packed = PackedChunks()
            for (start, count) in [(0, 4), (4, 3)] {
                packer.pack(
                    Array(values[35 * start..<35 * (start + count)]), of: variable,
                    from: [start, 0, 0], count: [count, 5, 7], into: &packed)
                try chunks.write(packed, to: variable)
            }
            try chunks.close()
            try chunks.close()
        }
        let expected = try NetCDFReader(path: folder.path("plain.nc"))
        let file = try NetCDFReader(path: folder.path("a.nc"))
        #expect(try file.count(of: "time") == 7)
        #expect(try file.values(of: "time", as: Double.self) == (0..<7).map(Double.init))
        #expect(try file.values(of: "value", as: Value.self) == values)
        #expect(try expected.values(of: "value", as: Value.self) == values)
        let bytes = try ["a.nc", "b.nc"].map {
            try Data(contentsOf: folder.url.appending(path: $0))
        }
        #expect(bytes[0] == bytes[1])
    }

    @Test(
        arguments: [
            NetCDFStorage(chunk: [2, 1, 7], deflateLevel: 1),
            NetCDFStorage(chunk: [4, 2, 3], deflateLevel: 6),
            NetCDFStorage(chunk: [1, 5, 7], deflateLevel: 1, shuffles: false),
            NetCDFStorage(chunk: [4, 3, 7]),
        ])
    func `packed chunks are the values`(storage: NetCDFStorage) throws {
        let numbers = (0..<245).map { ($0 * 7_919) % 1_000 - 500 }
        try compare(numbers.map { Int8(truncatingIfNeeded: $0) }, fill: -1, storage)
        try compare(numbers.map { Int16($0) }, fill: -1, storage)
        try compare(numbers.map { Int32($0) * 65_537 }, fill: -1, storage)
        try compare(numbers.map { Float($0) / 7 }, fill: -1, storage)
        try compare(numbers.map { Double($0) / 7 }, fill: -1, storage)
    }

    /// The definition of the filter, an element at a time.
    @Test(arguments: [1, 2, 3, 4, 8]) func `shuffled bytes stand by significance`(width: Int) {
        let bytes = (0..<(width * 37)).map { UInt8(truncatingIfNeeded: $0 * 151) }
        var shuffled = [UInt8](repeating: 0, count: bytes.count)
        bytes.withUnsafeBytes { bytes in
            shuffled.withUnsafeMutableBytes { ChunkPacker.shuffle(bytes, width, into: $0) }
        }
        let expected = (0..<width).flatMap { byte in (0..<37).map { bytes[$0 * width + byte] } }
        #expect(shuffled == expected)
    }

    @Test func `a file that is no HDF5 takes no chunks`() throws {
        let folder = try TestSupport.TemporaryFolder()
        let path = try folder.write("no file of HDF5", to: "a.nc")
        #expect(throws: NetCDFError.self) { try NetCDFChunkWriter(path: path) }
    }
}
