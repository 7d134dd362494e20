/// Texts of files as they may stand in a message.
package enum PrintableText {
    /// The text without control characters, which would break a line or steer a terminal.
    package static func oneLine(_ text: String) -> String {
        var shown = ""
        for scalar in text.unicodeScalars {
            let breaks: Bool
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: breaks = true
            default: breaks = false
            }
            shown.unicodeScalars.append(breaks ? " " : scalar)
        }
        return shown
    }

    /// The first 60 characters of that.
    package static func short(_ text: String) -> String { cut(text, at: 60) }

    /// The first so many characters of that.
    package static func cut(_ text: String, at limit: Int) -> String {
        let shown = oneLine(String(text.prefix(limit)))
        return text.count > limit ? shown + "…" : shown
    }
}
