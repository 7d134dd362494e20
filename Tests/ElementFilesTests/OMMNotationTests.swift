import ElementFiles
import Orbits
import Testing

/// What each notation of the OMM has of its own.
@Suite struct OMMNotationTests {
    @Test func readsColumnsInAnyOrderAndQuotes() throws {
        let pairs = Samples.pairs(["COMMENT": "GENERATED, BY \"HAND\""]).reversed()
        func quoted(_ text: String) -> String {
            "\"" + text.replacing("\"", with: "\"\"") + "\""
        }
        let text =
            pairs.map { quoted($0.key) }.joined(separator: ",") + "\r\n"
            + pairs.map { quoted($0.value) }.joined(separator: ",") + "\r\n"
        let contents = try parse(text)
        #expect(contents.rejections.isEmpty)
        #expect(try agree(try #require(contents.elements.first), Samples.set()))
        let spaced = (Samples.header.lowercased() + "\n" + Samples.row)
            .replacing(",", with: " , ")
        #expect(try parse(spaced).elements == contents.elements)
    }

    @Test func goesOnAfterABadRow() throws {
        let rows = [
            Samples.header, Samples.row, Samples.row + ",1", "SAMPLE 2,2026", "\"SAMPLE",
            "\"SAMPLE\"x" + Samples.row.dropFirst(8), Samples.row.replacing("53.0543", with: "x"),
            "", Samples.header, Samples.row,
        ]
        let contents = try parse(rows.joined(separator: "\n"))
        #expect(contents.elements.count == 2)
        #expect(contents.rejections.map(\.line) == [3, 4, 5, 6, 7])
        #expect(
            contents.rejections.first?.message
                == "found 18 fields, expected 17, as many as the header has")
    }

    @Test func refusesAHeaderOnce() throws {
        let rows = repeatElement(Samples.row.replacing("53.0543,", with: ""), count: 3)
        let header = Samples.header.replacing("INCLINATION,", with: "")
        let contents = try parse(([header] + rows).joined(separator: "\n"))
        #expect(contents.elements.isEmpty)
        #expect(contents.rejections.map(\.line) == [1])
        #expect(contents.rejections.first?.found == "no INCLINATION in the header")
        let twice = try parse(Samples.header + ",EPOCH\n" + Samples.row + ",x")
        #expect(twice.rejections.map(\.found) == ["EPOCH twice in the header"])
    }

    @Test func readsSeveralObjects() throws {
        let object = Samples.jsonOfNumbers()
        for text in ["[\(object),\n\(object)]", "\(object)\n\(object)", "[\(object)]\n[\(object)]"]
        {
            let contents = try parse(text)
            #expect(contents.elements.count == 2)
            #expect(contents.rejections.isEmpty)
        }
        #expect(try parse("[]").elements.isEmpty)
    }

    @Test func takesNullsEscapesAndNestedValues() throws {
        let text = """
            [{"COMMENT": null, "DECAYED": false, "EXTRA": {"a": [1, "]", {"b": null}]},
            "OBJECT_NAME": "\\u0053\\u00e9\\ud83d\\ude80 \\"1\\"\\/\\n", "OBJECT_ID": null,
            \(Samples.jsonOfStrings(["OBJECT_NAME": nil, "OBJECT_ID": nil]).dropFirst())]
            """
        let contents = try parse(text)
        #expect(contents.rejections.isEmpty)
        #expect(contents.elements.first?.name == "Sé🚀 \"1\"/")
    }

    @Test func goesOnAfterABadObject() throws {
        let good = Samples.jsonOfNumbers()
        let text = """
            [\(good),
            \(good.replacing("53.0543", with: "NaN")),
            17,
            [\(good)],
            \(good.replacing("53.0543", with: "[53.0543]")),
            \(good.replacing("\"INCLINATION\"", with: "\"EPOCH\": 1, \"INCLINATION\"")),
            \(good.replacing("53.0543", with: "null")),
            {},
            \(good)]
            """
        let contents = try parse(text)
        #expect(contents.elements.count == 2)
        #expect(contents.rejections.map(\.line) == [2, 3, 4, 5, 6, 7, 8])
    }

    @Test(arguments: [
        "", ",", ", ]", "\n x", ",\n{\"EPOCH\"", ",\n{\"EPOCH\": ", ",\n{\"EPOCH\": \"20",
        ",\n{\"EPOCH\" \"2026\"}", ",\n{\"a\": \"\\x\"}", ",\n{\"a\": \"\\u12\"}", "\n}",
        ",\n{\"a\": [}", ",\n{\"a\": [1", ",\n{EPOCH: 1}", ",\n{\"a\": \"\n\"}", "]\n]",
    ])
    func keepsWhatStoodBeforeTheBreak(_ rest: String) throws {
        let contents = try parse("[\n" + Samples.jsonOfNumbers() + rest)
        #expect(contents.elements.count == 1)
        #expect(contents.rejections.count == 1)
        let rejection = try #require(contents.rejections.first)
        #expect(rejection.line >= 2 && rejection.line <= 4)
        #expect(rejection.expected.hasSuffix("; what follows is not read"))
    }

    @Test func survivesDeepNesting() throws {
        let deep =
            "[" + Samples.jsonOfNumbers() + ",{\"a\":" + String(repeating: "[", count: 200_000)
        let contents = try parse(deep)
        #expect(contents.elements.count == 1)
        #expect(contents.rejections.count == 1)
    }

    @Test func readsOneMessageOrSeveral() throws {
        #expect(try parse(Samples.omm()).elements.count == 1)
        let several = try parse("<ndm>" + Samples.omm() + "<!-- & -->" + Samples.omm() + "</ndm>")
        #expect(several.elements.count == 2)
        #expect(several.rejections.isEmpty)
        let prefixed = Samples.omm().replacing("<omm ", with: "<n:omm xmlns:n=\"urn:x\" ")
            .replacing("</omm>", with: "</n:omm>")
        #expect(try parse(prefixed).elements.count == 1)
    }

    @Test func readsUnitsEntitiesAndCDATA() throws {
        let text = Samples.omm()
            .replacing("<INCLINATION>", with: "<INCLINATION units=\"deg\">")
            .replacing("SAMPLE 1", with: "A &amp; B&#x31; <![CDATA[<C>]]>")
        #expect(try parse(text).elements.first?.name == "A & B1 <C>")
        let radians = Samples.omm()
            .replacing("<INCLINATION>", with: "<INCLINATION units=\"rad\">")
        #expect(
            try parse(radians).rejections.map(\.message) == [
                "found INCLINATION in the unit \"rad\" of \"SAMPLE 1\", expected deg"
            ])
    }

    @Test func namesTheLineOfAValue() throws {
        let text =
            "<?xml version=\"1.0\"?>\n<ndm>\n" + Samples.omm()
            + Samples.omm(["ECCENTRICITY": "x"]) + Samples.omm(["EPOCH": nil]) + "</ndm>"
        let contents = try parse(text)
        #expect(contents.elements.count == 1)
        let perMessage = Samples.omm().split(separator: "\n").count
        #expect(
            contents.rejections.map(\.line) == [
                2 + perMessage + 6, 2 + 2 * perMessage + 1,
            ])
    }

    @Test(arguments: [
        "", "<omm>", "<omm", "</omm>", "<omm></ndm>", "&", "<omm>&undefined;</omm>", "\u{1}",
    ])
    func keepsMessagesBeforeTheBreak(_ rest: String) throws {
        let contents = try parse("<ndm>\n" + Samples.omm() + rest)
        #expect(contents.elements.count == 1)
        let last = try #require(contents.rejections.last)
        #expect(last.expected.hasSuffix("; what follows is not read"))
        #expect(last.line >= 2)
    }

    @Test func refusesOtherXML() throws {
        #expect(
            try parse("<ndm><opm/></ndm>").rejections.map(\.found) == ["XML without an omm element"]
        )
        #expect(throws: ElementFileError.self) { try parse("<!DOCTYPE html><html></html>") }
        #expect(throws: ElementFileError.self) { try parse("<html><body>Not found</body></html>") }
    }

    @Test func resolvesNoExternalEntities() throws {
        let text = """
            <!DOCTYPE ndm [<!ENTITY secret SYSTEM "file:///etc/hostname">]>
            <ndm>\(Samples.omm(["OBJECT_NAME": "A&secret;B"]))</ndm>
            """
        let contents = try parse(text)
        #expect(contents.elements.allSatisfy { $0.name == "AB" || $0.name == "A" })
    }

    @Test func survivesEntitiesOfEntities() throws {
        var text = "<!DOCTYPE ndm [<!ENTITY e0 \"0123456789\">"
        for level in 1...12 {
            let inner = String(repeating: "&e\(level - 1);", count: 10)
            text += "<!ENTITY e\(level) \"\(inner)\">"
        }
        text += "]><ndm>" + Samples.omm(["OBJECT_NAME": "&e12;"]) + "</ndm>"
        let contents = try parse(text)
        #expect(contents.elements.allSatisfy { $0.name.utf8.count < 1_000_000 })
        #expect(contents.elements.count + contents.rejections.count >= 1)
    }

    @Test func readsSeveralMessagesCommentsAndUnits() throws {
        let commented = Samples.kvn()
            .replacing("CREATION_DATE", with: "COMMENT made = up\nCOMMENT\nCREATION_DATE")
            .replacing("= 53.0543", with: "=53.0543 [deg]")
            .replacing("= 15.05512345", with: "= 15.05512345 [rev/day]")
            .replacing("= -.67891E-3", with: "= -.67891E-3 [1/ER]")
        let extra = Samples.kvn() + "COV_REF_FRAME = TEME\nCX_X = nonsense\nUSER_DEFINED_A = [\n"
        let contents = try parse(commented + "\n" + extra)
        #expect(contents.rejections.isEmpty)
        #expect(contents.elements.count == 2)
        #expect(try contents.elements.allSatisfy { try agree($0, Samples.set()) })
    }

    @Test func refusesAMessageAndGoesOn() throws {
        let radians = Samples.kvn().replacing("= 53.0543", with: "= 0.9259 [rad]")
        let twice = Samples.kvn() + "EPOCH = 2026-08-23\n"
        let stray = "this line is none\n"
        let contents = try parse(radians + twice + Samples.kvn() + stray + Samples.kvn())
        #expect(contents.elements.count == 2)
        let perMessage = Samples.kvn().split(separator: "\n").count
        #expect(
            contents.rejections.map(\.line) == [
                9, 2 * perMessage + 1, 3 * perMessage + 2,
            ])
        #expect(
            contents.rejections.map(\.found) == [
                "INCLINATION in the unit \"rad\" of \"SAMPLE 1\"",
                "a second EPOCH of \"SAMPLE 1\"", "the line \"this line is none\"",
            ])
    }
}
