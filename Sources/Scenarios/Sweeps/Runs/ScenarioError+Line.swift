extension ScenarioError {
    /// The same without the line, which is that of a text that no file holds.
    var withoutLine: ScenarioError {
        func bare(_ place: ScenarioPlace) -> ScenarioPlace {
            ScenarioPlace(file: place.file, line: nil, path: place.path)
        }
        return switch self {
        case .syntax(let place, let problem): .syntax(place: bare(place), problem: problem)
        case .unknownKey(let place, let key, let nearest, let known):
            .unknownKey(place: bare(place), key: key, nearest: nearest, known: known)
        case .missingKey(let place, let key, let expected):
            .missingKey(place: bare(place), key: key, expected: expected)
        case .wrongValue(let place, let found, let expected):
            .wrongValue(place: bare(place), found: found, expected: expected)
        case .noElements, .wrongRow: self
        }
    }
}
