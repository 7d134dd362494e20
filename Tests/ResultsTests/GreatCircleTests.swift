import Foundation
import TestSupport
import Testing

@testable import Results

struct GreatCircleTests {
    @Test func theDateLineCutsTheLine() {
        let lines = GreatCircle.polylines(from: (10, 179), to: (10, -179))
        #expect(lines.count == 2)
        #expect(lines[0].last?.longitudeDeg == 180 && lines[1].first?.longitudeDeg == -180)
        #expect(lines[0].last?.latitudeDeg == lines[1].first?.latitudeDeg)
        #expect(lines[0].first?.longitudeDeg == 179 && lines[1].last?.longitudeDeg == -179)
    }

    @Test func longLinesBendPolewards() throws {
        let line = try #require(GreatCircle.polylines(from: (50, 0), to: (50, 90)).first)
        #expect(line.count == 17)
        // The middle of a great circle between equal latitudes: tan φ = tan 50° / cos 45°.
        let expected = atan(tan(50 * Double.pi / 180) / cos(Double.pi / 4)) * 180 / .pi
        #expect(abs(line[8].latitudeDeg - expected) < 1e-9)
        #expect(abs(line[8].longitudeDeg - 45) < 1e-9)
    }

    @Test func anyTwoPlacesGiveFiniteLinesOnTheMap() {
        var random = SeededGenerator(seed: 8)
        var cases: [(Double, Double, Double, Double)] = [
            (90, 0, -90, 0), (0, 0, 0, 180), (0, 180, 0, -180), (5, 5, 5, 5), (90, 10, 90, 70),
        ]
        for _ in 0..<500 {
            cases.append(
                (
                    .random(in: -90...90, using: &random), .random(in: -180...180, using: &random),
                    .random(in: -90...90, using: &random), .random(in: -180...180, using: &random)
                ))
        }
        for (a, b, c, d) in cases {
            let lines = GreatCircle.polylines(from: (a, b), to: (c, d))
            #expect(lines.first?.first?.latitudeDeg == a && lines.last?.last?.latitudeDeg == c)
            for line in lines {
                for (p, q) in zip(line, line.dropFirst()) {
                    #expect(abs(p.latitudeDeg) <= 90 && abs(q.latitudeDeg) <= 90)
                    #expect(abs(p.longitudeDeg) <= 180 && abs(q.longitudeDeg) <= 180)
                    #expect(abs(p.longitudeDeg - q.longitudeDeg) <= 180)
                }
            }
        }
    }
}
