/// Lines that stay apart for every kind of colour vision and in print without colour.
///
/// - Note: M. Okabe, K. Ito, "Color Universal Design" (2008). Its yellow, too pale for a line on
///   white, is replaced by a grey.
enum FigurePalette {
    /// How many lines can be told apart.
    static let count = colours.count

    private static let colours = [
        "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000", "#7F7F7F",
    ]

    /// Lengths of dashes and gaps.
    private static let dashes = [
        "solid", "(12,4)", "(5,3)", "(12,3,2,3)", "(16,3)", "(2,3)", "(8,3,2,3,2,3)", "(6,6)",
    ]

    /// Filled circle, triangle up, square, diamond, triangle down; hollow circle, triangle, square.
    private static let points = [7, 9, 5, 13, 11, 6, 8, 4]

    static func colour(_ index: Int) -> String { "lc rgb '\(colours[index % count])'" }

    static func dash(_ index: Int) -> String { "dt \(dashes[index % count])" }

    static func point(_ index: Int) -> String { "pt \(points[index % count]) ps 0.65" }

    /// The colours of a heat map, from dark to light without a break, so that they keep their order in grey.
    ///
    /// - Note: Cividis of J. R. Nuñez, C. R. Anderton, R. S. Renslow, PLoS ONE 13 (2018) e0199239, DOI
    ///   10.1371/journal.pone.0199239, at nine of its points.
    static let scale =
        "set palette defined (0 '#00224E', 1 '#123570', 2 '#3B496C', 3 '#575D6D', 4 '#707173', "
        + "5 '#8A8678', 6 '#A59C74', 7 '#C3B369', 8 '#E1CC55', 9 '#FEE838')"

    /// The same from light to dark, for lines on white.
    static let scaleOnWhite =
        "set palette defined (0 '#C9C9C9', 1 '#E1CC55', 3 '#A59C74', 5 '#707173', 7 '#3B496C', "
        + "9 '#00224E')"
}
