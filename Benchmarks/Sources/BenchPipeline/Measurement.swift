/// One figure, printed as a line of JSON.
struct Measurement {
    let name: String
    let unit: String
    let value: Double
    let checksum: Double?

    func print() {
        let answer = checksum.map { ",\"checksum\":\($0)" } ?? ""
        Swift.print("{\"name\":\"\(name)\",\"unit\":\"\(unit)\",\"value\":\(value)\(answer)}")
    }
}
