/// Why a satellite has no state, by the published codes of SGP4 1 to 6, and others for what they do
/// not cover.
///
/// The published code returns NaN, or never returns, where code 7 is given here.
///
/// - Note: Vallado et al., AIAA 2006-6753, `sgp4`.
public enum SGP4Error: Int, Error, Sendable, CaseIterable {
    /// Code 1: the mean eccentricity is outside 0..<1.
    case meanEccentricity = 1

    /// Code 2: the mean motion is not positive.
    case meanMotion = 2

    /// Code 3: the perturbed eccentricity is outside 0...1.
    case perturbedEccentricity = 3

    /// Code 4: the semi-latus rectum is negative.
    case semiLatusRectum = 4

    /// Code 5: the epoch elements are sub-orbital.
    case subOrbital = 5

    /// Code 6: the satellite has decayed, its radius is below one Earth radius.
    case decayed = 6

    /// Code 7, not a published one: an element, the epoch or the time is not a finite number, or so
    /// large that the theory has no finite answer.
    case outOfDomain = 7

    /// Code 8, not a published one: positions are given, and none of this satellite at that instant.
    case notCovered = 8

    /// The number of the code.
    public var code: Int { rawValue }

    /// One sentence for a table.
    public var message: String {
        switch self {
        case .meanEccentricity: "mean eccentricity is outside 0 to 1"
        case .meanMotion: "mean motion is not positive"
        case .perturbedEccentricity: "perturbed eccentricity is outside 0 to 1"
        case .semiLatusRectum: "semi-latus rectum is negative"
        case .subOrbital: "epoch elements are sub-orbital"
        case .decayed: "satellite has decayed: its radius is below one Earth radius"
        case .notCovered: "the given positions of the satellite do not cover this instant"
        case .outOfDomain: "an element or the time is not finite or is beyond the theory"
        }
    }
}
