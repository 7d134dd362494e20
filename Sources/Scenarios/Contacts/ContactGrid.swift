import Contacts
import LaserMesh
import Results

/// The contacts of a scenario as a netCDF file, `contacts.nc`, with dimensions `contact` and `node`.
enum ContactGrid {
    static let fileName = "contacts.nc"

    static func write(
        _ plan: ContactPlan, _ experiment: Experiment, into folder: ResultFolder
    ) throws {
        let file = try NetCDFWriter(
            path: folder.partialPath + "/" + fileName,
            attributes: [
                .text("title", "Contacts of \(experiment.scenario.name)"),
                .text("source", "Heliograph \(HeliographVersion.string), helio-mesh"),
                .text("epoch", experiment.epoch.iso8601(fractionDigits: 6)),
                .numbers("window_s", [plan.startS, plan.endS]),
            ])
        let names = experiment.nodeNames
        // An axis of no length is written as the unlimited one, which may be empty.
        let axis = try file.dimension(
            "contact", count: plan.contacts.isEmpty ? nil : plan.contacts.count)
        let nodes = try file.dimension("node", count: names.count)
        try file.texts(
            "node_name", names, over: nodes, attributes: [.longName("name of the node")])
        let count = [plan.contacts.count]
        func put<Value: NetCDFValue>(
            _ name: String, _ values: [Value], _ attributes: [NetCDFAttribute]
        ) throws {
            let variable = try file.variable(
                name, of: Value.self, over: [axis], attributes: attributes)
            guard !values.isEmpty else { return }
            try file.write(values, to: variable, from: [0], count: count)
        }
        try put(
            "a", plan.contacts.map(\.a.rawValue),
            [.longName("node with the smaller number, counted from 0")])
        try put(
            "b", plan.contacts.map(\.b.rawValue), [.longName("other node, counted from 0")])
        try put(
            "kind", plan.contacts.map { Int8($0.kind.rawValue) },
            [
                .longName("what carries the link"),
                .numbers("flag_values", LinkKind.allCases.map { Int8($0.rawValue) }),
                .text("flag_meanings", words(LinkKind.allCases)),
            ])
        let epoch = experiment.epoch.iso8601(fractionDigits: 6)
        try put(
            "up_s", plan.contacts.map(\.upS),
            [.longName("first instant of the contact since \(epoch)"), .units("s")])
        try put(
            "down_s", plan.contacts.map(\.downS),
            [.longName("end of the contact, not part of it, since \(epoch)"), .units("s")])
        try put(
            "min_km", plan.contacts.map(\.minKm), [.longName("least length"), .units("km")])
        try put(
            "max_km", plan.contacts.map(\.maxKm), [.longName("greatest length"), .units("km")])
        let causes = LinkRule.allCases.map(ContactCause.rule) + [.window]
        let flags: [NetCDFAttribute] = [
            .numbers("flag_values", causes.indices.map { Int8($0) }),
            .text("flag_meanings", words(causes)),
        ]
        func flag(_ cause: ContactCause) -> Int8 {
            Int8(causes.firstIndex(of: cause) ?? causes.count - 1)
        }
        try put(
            "cause_up", plan.contacts.map { flag($0.causeUp) },
            [.longName("what brings the link up")] + flags)
        try put(
            "cause_down", plan.contacts.map { flag($0.causeDown) },
            [.longName("what takes the link down")] + flags)
        try file.close()
        try folder.adopt(fileName)
    }

    /// Words without blanks inside, as `flag_meanings` wants them.
    private static func words(_ values: [some CustomStringConvertible]) -> String {
        values.map { $0.description.replacing("-", with: "_") }.joined(separator: " ")
    }
}
