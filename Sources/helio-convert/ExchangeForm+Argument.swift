import ArgumentParser
import Scenarios

extension ExchangeForm: ExpressibleByArgument {
    /// A line for each form: its name, the directions, and what it holds.
    static var table: String {
        allCases.map { form in
            let ways = [form.isWritten ? "--to" : nil, form.isRead ? "--from" : nil]
            let name = form.rawValue + String(repeating: " ", count: 20 - form.rawValue.count)
            return "  \(name)\(ways.compactMap { $0 }.joined(separator: ", ")): \(form.summary)"
        }.joined(separator: "\n")
    }
}
