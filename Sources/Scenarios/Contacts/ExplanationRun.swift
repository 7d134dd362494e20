import Contacts
import LaserMesh
import Orbits
import Results

/// Why the link between two nodes of a scenario is up or down, for a person and as a table.
public struct ExplanationRun: Sendable {
    /// The text for a person: a sentence, and a line for each phase.
    public let text: String

    private let explanation: LinkExplanation

    /// Follows every rule of the link over the scenario's window.
    ///
    /// - Parameters:
    ///   - experiment: The scenario.
    ///   - one: Name of a satellite or a station.
    ///   - other: Name of another.
    /// - Throws: ``NodeNameError`` for a name that no node bears, or one that is given twice;
    ///   ``ScenarioError`` where radio links are given.
    public init(
        _ experiment: Experiment, between one: String, and other: String
    ) throws {
        let a = try experiment.node(named: one)
        let b = try experiment.node(named: other)
        guard a != b else { throw NodeNameError.same(name: one) }
        let finder = try experiment.contactFinder
        explanation = finder.explanation(of: a, and: b, over: experiment.windowS)
        text = Self.text(
            explanation, experiment, (experiment.name(of: a), experiment.name(of: b)),
            rejections: finder.rejections(over: experiment.windowS).filter {
                $0.satellite == a.index || $0.satellite == b.index
            })
    }

    /// Writes `explain.csv`: a row for each phase and rule.
    ///
    /// `margin_min` and `margin_max` are the extremes of the rule's margin at the ends of the phase and
    /// at least every ten seconds in it; empty for rules without a margin.
    public func write(into folder: ResultFolder) throws {
        let table = try folder.table(
            "explain.csv",
            columns: [
                "from_s", "to_s", "state", "rule", "holds", "margin_min", "margin_max", "unit",
                "decides",
            ])
        var rows = RowBuffer()
        for phase in explanation.phases {
            for verdict in phase.verdicts {
                let scale = verdict.rule.unitsPerMargin
                rows.row(
                    phase.beginS, phase.endS, phase.isUp ? "up" : "down",
                    verdict.rule.description, verdict.holds ? "yes" : "no",
                    verdict.margin.map { $0.lowerBound * scale },
                    verdict.margin.map { $0.upperBound * scale }, verdict.rule.unit,
                    verdict.rule == phase.deciding ? "yes" : "no")
            }
        }
        try table.append(rows)
    }

    private static func text(
        _ explanation: LinkExplanation, _ experiment: Experiment, _ names: (String, String),
        rejections: [SatelliteRejection]
    ) -> String {
        let pair = "\(names.0) and \(names.1)"
        guard let kind = explanation.kind else {
            return "\(pair) are both ground stations: neither a laser nor a radio link joins two "
                + "of them, and no rule is asked.\n"
        }
        guard !explanation.phases.isEmpty else {
            return "\(pair): the window has no length, so that no link can be up in it.\n"
        }
        let window = experiment.windowS
        let span = window.upperBound - window.lowerBound
        var text = "\(pair), by \(kind), "
        text += "over \(short(span)) s from \(short(window.lowerBound)) s after "
        text += "\(experiment.epoch.iso8601(fractionDigits: 0)): "
        text += summary(explanation, pair, span) + "\n"
        for rejection in rejections {
            text += "\(experiment.satelliteNames[rejection.satellite]) has no position from "
            text += "\(short(rejection.seconds)) s on: \(rejection.error.message)\n"
        }
        let lines = explanation.phases.map(line)
        let header = ["from_s", "to_s", "link", "rule", "why"]
        let widths = (0..<4).map { column in
            ([header] + lines).map { $0[column].count }.max() ?? 0
        }
        for cells in [header] + lines {
            text += "\n"
            for column in 0..<4 {
                let space = String(repeating: " ", count: widths[column] - cells[column].count)
                text += (column < 2 ? space + cells[column] : cells[column] + space) + "  "
            }
            text += cells[4]
        }
        return text + "\n"
    }

    /// The reason in one sentence.
    private static func summary(
        _ explanation: LinkExplanation, _ pair: String, _ spanS: Double
    ) -> String {
        if !explanation.isChosen {
            return "no laser is chosen between them at any time; lines below tell what the other "
                + "rules would say."
        }
        let phases = explanation.phases
        guard explanation.upS > 0 else {
            let rule = phases.max { $0.endS - $0.beginS < $1.endS - $1.beginS }?.deciding
            guard let rule else { return "never up." }
            var sentence = "never up, because \(rule.breach)"
            if let best = explanation.greatestMargin(of: rule), best < 0 {
                sentence += ", by \(amount(-best, rule)) at best"
            }
            return sentence + "."
        }
        if phases.allSatisfy(\.isUp) { return "up all the time." }
        let share = (1_000 * explanation.upS / spanS).rounded() / 10
        let times = phases.indices.count {
            phases[$0].isUp && ($0 == 0 || !phases[$0 - 1].isUp)
        }
        return "up \(times == 1 ? "once" : "\(times) times"), \(short(explanation.upS)) s in all "
            + "(\(share) %)."
    }

    private static func line(_ phase: LinkPhase) -> [String] {
        let rule = phase.deciding
        let verdict = phase.verdicts.first { $0.rule == rule }
        var why = phase.isUp ? rule.demand : rule.breach
        if let margin = verdict?.margin {
            let (low, high) = (margin.lowerBound, margin.upperBound)
            why +=
                phase.isUp
                ? ", by \(amount(max(0, low), rule)) to \(amount(max(0, high), rule))"
                : ", by \(amount(max(0, -high), rule)) to \(amount(max(0, -low), rule))"
        }
        let also = phase.verdicts.filter { !$0.holds && $0.rule != rule }.map(\.rule.description)
        if !phase.isUp, rule != .position, !also.isEmpty {
            why += " (also \(also.joined(separator: ", ")))"
        }
        return [
            short(phase.beginS), short(phase.endS), phase.isUp ? "up" : "down", rule.description,
            why,
        ]
    }

    /// A margin with its unit, for a person.
    private static func amount(_ margin: Double, _ rule: LinkRule) -> String {
        let value = ((margin * rule.unitsPerMargin) * 100).rounded() / 100
        return rule.unit.isEmpty ? "\(value)" : "\(value) \(rule.unit)"
    }

    /// Seconds to a millisecond.
    private static func short(_ seconds: Double) -> String {
        let value = (seconds * 1_000).rounded() / 1_000
        return value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
    }
}
