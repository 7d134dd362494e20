import Foundation
import Testing

@testable import Results

struct ManifestTests {
    @Test func bytesAreStable() {
        var manifest = Manifest(
            program: "helio-route", version: "0.1.0", scenario: "name: \"é/x\"\n",
            elementEpochs: Manifest.ElementEpochs(
                first: "2026-08-22T00:00:00Z", last: "2026-08-22T12:00:00Z", count: 2),
            seed: .max, arguments: ["b": [1, 2.5, true, nil, []], "a": ["z": "\u{1}\t\\"]])
        manifest.files = [Manifest.File(name: "t.csv", rows: 3, sha256: "00")]
        #expect(
            manifest.json == """
                {
                  "arguments": {
                    "a": {
                      "z": "\\u0001\\t\\\\"
                    },
                    "b": [
                      1,
                      2.5,
                      true,
                      null,
                      []
                    ]
                  },
                  "element_epochs": {
                    "count": 2,
                    "first": "2026-08-22T00:00:00Z",
                    "last": "2026-08-22T12:00:00Z"
                  },
                  "files": [
                    {
                      "name": "t.csv",
                      "rows": 3,
                      "sha256": "00"
                    }
                  ],
                  "format": "heliograph-results-1",
                  "program": "helio-route",
                  "scenario": "name: \\"é/x\\"\\n",
                  "scenario_sha256": "\(SHA256.hex(of: "name: \"é/x\"\n"))",
                  "seed": "18446744073709551615",
                  "version": "0.1.0"
                }

                """)
    }

    @Test func anotherReaderUnderstandsIt() throws {
        let text = "\u{0}\u{1f}\u{7f}\"\\/\r\n𝛼é"
        let manifest = Manifest(program: "p", scenario: text, arguments: ["x": .number(.nan)])
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(manifest.json.utf8)) as? [String: Any])
        #expect(object["scenario"] as? String == text)
        #expect((object["arguments"] as? [String: Any])?["x"] is NSNull)
    }
}
