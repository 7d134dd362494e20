import FuzzSupport
import Results
import Scenarios

private nonisolated(unsafe) let folder = FuzzFolder()

/// Any groups, shapes and values in an HDF5 file are a file of StarPerf or a sentence.
///
/// The file itself is sound: what is broken within it is the affair of the HDF5 library.
@c(LLVMFuzzerTestOneInput)
public func fuzzStarPerf(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var choices = Choices(rest: UnsafeBufferPointer(start: data, count: count)[...])
    let path = folder.file("starperf.h5")
    do {
        let file = try NetCDFWriter(path: path, conventions: nil)
        try fill(file, &choices)
        try file.close()
    } catch {
        // Two things of one name: no such file can be.
        return 0
    }
    let stepS = choices.next(below: 4) == 0 ? nil : 1.5
    check(.starPerf, reading: path, options: ExchangeOptions(stepS: stepS), in: folder)
    return 0
}

private func fill(_ file: NetCDFWriter, _ choices: inout Choices) throws {
    let axes = try file.dimension("axes", count: choices.next(below: 16) == 0 ? 2 : 3)
    let position = choices.next(below: 16) == 0 ? nil : try file.group("position")
    let delay = choices.next(below: 8) == 0 ? nil : try file.group("delay")
    for shell in 1...(1 + choices.next(below: 3)) {
        let name = choices.next(below: 32) == 0 ? choices.word() : "shell\(shell)"
        let satellites = choices.next(below: 5)
        // A dimension of no length is one without limit, which has no place in these files.
        let rows = try file.dimension("satellites\(shell)", count: max(1, satellites))
        let nodes = try file.dimension(
            "nodes\(shell)",
            count: max(1, satellites) + (choices.next(below: 16) == 0 ? 0 : 1))
        let positions = try position.map { try file.group(name, in: $0) }
        let delays = try delay.map { try file.group(name, in: $0) }
        for slot in 0..<choices.next(below: 4) {
            let name = choices.next(below: 32) == 0 ? choices.word() : "timeslot\(slot + 1)"
            let texts = (0..<(rows.count ?? 0) * (axes.count ?? 0)).map { _ in choices.number() }
            if let positions { try file.texts(name, texts, over: [rows, axes], in: positions) }
            guard let delays, choices.next(below: 8) != 0, let width = nodes.count else { continue }
            var values = [Double](repeating: 0, count: width * width)
            for _ in 0..<choices.next(below: 4) {
                let (a, b) = (choices.next(below: width), choices.next(below: width))
                values[a * width + b] = Double(choices.number()) ?? .nan
                if choices.next(below: 8) != 0 { values[b * width + a] = values[a * width + b] }
            }
            let variable = try file.variable(
                name, of: Double.self, over: [nodes, nodes], in: delays)
            try file.write(values, to: variable, from: [0, 0], count: [width, width])
        }
    }
}

/// Choices by the bytes of an input; zeros where they are at their end.
private struct Choices {
    var rest: Slice<UnsafeBufferPointer<UInt8>>

    mutating func next(below limit: Int) -> Int { Int(rest.popFirst() ?? 0) % limit }

    /// A text, mostly a number.
    mutating func number() -> String {
        switch next(below: 12) {
        case 0: word()
        case 1: "-\(next(below: 256))"
        case 2: "\(next(below: 256)).\(next(below: 256))e\(next(below: 20))"
        case 3: "nan"
        case 4: "0.00\(next(below: 256))"
        default: "\(next(below: 91))"
        }
    }

    /// A text of a few bytes.
    mutating func word() -> String {
        let bytes = (0..<next(below: 9)).map { _ in UInt8(next(below: 256)) }
        return String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self)
    }
}
