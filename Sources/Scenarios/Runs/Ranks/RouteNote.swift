import Routing

/// What is to be said about an answer that is not what was asked for, in words.
enum RouteNote {
    /// The sentence of a note.
    ///
    /// - Parameters:
    ///   - note: The note.
    ///   - found: How many routes were found.
    ///   - experiment: The scenario, for names.
    static func text(
        _ note: RouteAnswer.Note, found: Int, in experiment: Experiment
    ) -> String {
        switch note {
        case .unreachable: "no route"
        case .fewer(let asked):
            "\(found) of \(asked) routes exist"
        case .limited: "more routes exist than the limit of \(found)"
        case .barred(let reason): text(reason, in: experiment)
        case .lost(let outcome): text(outcome, in: experiment)
        }
    }

    private static func text(_ reason: BarredReason, in experiment: Experiment) -> String {
        switch reason {
        case .unreachable: "no route"
        case .avoided(let constraints) where constraints.isEmpty:
            "what is avoided bars every route together"
        case .avoided(let constraints) where constraints.count == 1:
            "\(experiment.words(for: constraints[0])) bars every route"
        case .avoided(let constraints):
            "each of these bars every route: "
                + constraints.map(experiment.words).joined(separator: "; ")
        case .absent(.region(let region)):
            "no satellite is over the region \(region.name)"
        case .absent(let constraint):
            "\(experiment.words(for: constraint)) is down, or no route may pass it"
        case .outOfWay(let constraint):
            "no simple route passes \(experiment.words(for: constraint))"
        case .notTogether: "no simple route passes all that is required"
        case .noStop(let stops) where stops.nodes.isEmpty:
            "no station is there for \(stops.name)"
        case .noStop(let stops): "no route reaches a station for \(stops.name)"
        case .undecided(let steps): "given up after \(steps) steps; there may be a route"
        }
    }

    private static func text(_ outcome: ForwardingOutcome, in experiment: Experiment) -> String {
        switch outcome {
        case .delivered: "delivered"
        case .localMinimum(let node):
            "no neighbour of \(experiment.name(of: node)) is nearer to the destination"
        case .lostLink(let node, let next):
            "the link \(experiment.name(of: node)) - \(experiment.name(of: next)) is gone"
        case .noWay(let node): "\(experiment.name(of: node)) knows no way"
        case .loop(let node): "the packet came back to \(experiment.name(of: node))"
        }
    }
}
