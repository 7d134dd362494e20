/// How a group of users chooses the server at which they meet.
///
/// - Note: D. Bhattacherjee et al., "In-orbit computing: an outlandish thought experiment?", HotNets 2020,
///   DOI 10.1145/3422604.3425937, section 5.
public enum MeetUpPolicy: String, Sendable, CaseIterable {
    /// At every instant the server with the least mean latency.
    case best

    /// At every instant the server with the least worst latency.
    case minMax = "min-max"

    /// One server as long as it serves all; then, of those within a tenth of the least worst latency the
    /// five that stay longest, and of these the nearest.
    case sticky
}
