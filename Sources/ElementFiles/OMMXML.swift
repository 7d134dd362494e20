import Orbits

/// OMM as NDM/XML: one `omm`, or an `ndm` of several.
///
/// Messages that were complete before the text breaks are kept.
enum OMMXML {
    static func read(_ source: SourceText, into collector: inout ElementCollector) {
        var scanner = XMLScanner(source)
        var message: OMMMessage?
        var text: ArraySlice<UInt8> = []
        var units: ArraySlice<UInt8>?
        var count = 0
        do {
            while let event = try scanner.next() {
                switch event {
                case .start(let name, let unitsOfValue):
                    if name.elementsEqual("omm".utf8) { message = OMMMessage(line: scanner.line) }
                    text = []
                    units = unitsOfValue
                case .text(let part):
                    if text.isEmpty { text = part } else { text.append(contentsOf: part) }
                case .end(let name):
                    if name.elementsEqual("omm".utf8) {
                        if let message { collector.take(message) }
                        message = nil
                        count += 1
                    } else if let key = OMMKey(name) {
                        message?.set(key, to: text, unit: units, line: scanner.line)
                    }
                    text = []
                    units = nil
                }
            }
        } catch {
            collector.reject(
                line: error.line, found: error.found,
                expected: error.expected + "; what follows is not read")
            return
        }
        if count == 0 {
            collector.reject(
                line: source.firstLine, found: "XML without an omm element",
                expected: "an omm, or an ndm with omm elements")
        }
    }
}
