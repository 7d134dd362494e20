/// The keys and values of a mapping in a scenario file, all of whose keys are known.
struct YAMLMapping {
    let place: ScenarioPlace
    let values: [String: YAMLValue]

    /// The value of a key, if it is there.
    subscript(key: String) -> YAMLValue? { values[key] }

    /// The value of a key that must be there.
    func required(_ key: String, expected: String) throws(ScenarioError) -> YAMLValue {
        guard let value = values[key] else {
            throw .missingKey(place: place, key: key, expected: expected)
        }
        return value
    }

    /// The one key of several that is there.
    ///
    /// - Throws: When none is there, or more than one.
    func exactlyOne(of keys: [String]) throws(ScenarioError) -> YAMLValue {
        let present = keys.compactMap { values[$0] }
        guard let first = present.first else {
            throw .missingKey(
                place: place, key: keys[0], expected: "one of \(keys.joined(separator: ", "))")
        }
        guard present.count == 1 else {
            throw .wrongValue(
                place: present[1].place, found: "a second one of \(keys.joined(separator: ", "))",
                expected: "only one of them")
        }
        return first
    }
}
