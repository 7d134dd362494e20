import Foundation
import Orbits

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// OMM as NDM/XML: one `omm`, or an `ndm` of several.
///
/// Messages that were complete before the text breaks are kept.
enum OMMXML {
    static func read(_ source: SourceText, into collector: inout ElementCollector) {
        let parser = XMLParser(data: Data(source.bytes))
        parser.shouldProcessNamespaces = true
        parser.shouldResolveExternalEntities = false
        let reader = Reader(firstLine: source.firstLine)
        parser.delegate = reader
        let isComplete = parser.parse()
        for message in reader.messages { collector.take(message) }
        if !isComplete {
            collector.reject(
                line: parser.lineNumber + source.firstLine - 1,
                found: "XML that is malformed or breaks off",
                expected: "well-formed XML; what follows is not read")
        } else if reader.messages.isEmpty {
            collector.reject(
                line: source.firstLine, found: "XML without an omm element",
                expected: "an omm, or an ndm with omm elements")
        }
    }

    private final class Reader: NSObject, XMLParserDelegate {
        private(set) var messages: [OMMMessage] = []
        private let firstLine: Int
        private var message: OMMMessage?
        private var text = ""
        private var unit: String?

        init(firstLine: Int) { self.firstLine = firstLine }

        func parser(
            _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
            qualifiedName: String?, attributes: [String: String]
        ) {
            if elementName == "omm" {
                message = OMMMessage(line: parser.lineNumber + firstLine - 1)
            }
            text = ""
            unit = attributes["units"]
        }

        func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

        func parser(
            _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?,
            qualifiedName: String?
        ) {
            if elementName == "omm", let complete = message {
                messages.append(complete)
                message = nil
            } else if let key = OMMKey(Array(elementName.utf8)[...]) {
                message?.set(
                    key, to: Array(text.utf8)[...], unit: unit.map { Array($0.utf8)[...] },
                    line: parser.lineNumber + firstLine - 1)
            }
            text = ""
            unit = nil
        }
    }
}
