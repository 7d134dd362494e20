import Terrestrial

/// A set of countries whose price is asked for.
struct CountrySet: Sendable {
    /// Its name.
    let name: String

    /// Its predicates, one by one and together.
    let cases: [SovereigntyCase]

    /// What would prove that a packet was in none of the countries that are kept out of; `nil` where
    /// none is.
    let alibi: Alibi?

    /// Finds what a set means for a comparison's scenario.
    init(
        _ keys: JurisdictionKeys, in experiment: Experiment, _ files: inout InputFiles
    ) throws {
        name = keys.name
        cases = try SovereigntyCase.cases(of: keys, in: experiment, &files)
        let all = try Jurisdiction.avoidedCountries(keys, &files)
        alibi = all.map { Alibi(avoiding: $0.countries, in: $0.borders) }
    }
}
