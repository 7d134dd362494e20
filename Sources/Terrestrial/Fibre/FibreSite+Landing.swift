extension FibreSite {
    /// Reads a landing as tables of cables write it: `Bude (GB) 50.83 -4.54`, the name, the two-letter
    /// code of the country or nothing, latitude and longitude in degrees.
    ///
    /// - Returns: `nil` for a text of another form, or a place off the Earth.
    public init?(landing text: some StringProtocol) {
        let words = text.split(separator: " ")
        guard words.count >= 4, let longitude = Double(words[words.count - 1]),
            let latitude = Double(words[words.count - 2]), (-90...90).contains(latitude),
            (-180...360).contains(longitude)
        else { return nil }
        let code = words[words.count - 3]
        guard code.hasPrefix("("), code.hasSuffix(")"), [2, 4].contains(code.count) else {
            return nil
        }
        self.init(
            name: words.dropLast(3).joined(separator: " "),
            country: String(code.dropFirst().dropLast()),
            place: .init(latitudeDeg: latitude, longitudeDeg: longitude))
    }
}
