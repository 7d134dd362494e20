import LaserMesh
import Orbits
import TestSupport
import Testing

@Suite struct LinkTimetableTests {
    private static func links(_ timetable: LinkTimetable, at seconds: Double) -> [LaserLink] {
        var links: [LaserLink] = []
        timetable.appendLinks(
            among: PositionPlanes(count: 9), atSeconds: seconds, rules: LaserRules(), to: &links)
        return links
    }

    @Test func `intervals are half-open, and those that touch are one`() {
        let link = LaserLink(3, 1)
        let timetable = LinkTimetable([
            TimedLink(link, upS: 20, downS: 30), TimedLink(link, upS: 5, downS: 10),
            TimedLink(link, upS: 10, downS: 12), TimedLink(link, upS: 6, downS: 7),
            TimedLink(link, upS: 40, downS: 40), TimedLink(LaserLink(0, 8), upS: 9, downS: 1),
            TimedLink(LaserLink(0, 2)),
        ])
        #expect(timetable.links == [LaserLink(0, 2), link])
        #expect(
            timetable.choices == [
                TimedLink(LaserLink(0, 2)), TimedLink(link, upS: 5, downS: 12),
                TimedLink(link, upS: 20, downS: 30),
            ])
        for (seconds, isUp) in [
            (4.999, false), (5, true), (10, true), (11.999, true), (12, false), (20, true),
            (30, false), (40, false),
        ] {
            #expect(Self.links(timetable, at: seconds).contains(link) == isUp)
            #expect(Self.links(timetable, at: seconds).first == LaserLink(0, 2))
        }
        #expect(LinkTimetable([]).choices.isEmpty)
    }

    @Test func `random choices are those that hold the instant`() {
        var random = SeededGenerator(seed: 77)
        for _ in 0..<30 {
            let choices = (0..<Int.random(in: 0...60, using: &random)).map { _ in
                let a = Int.random(in: 0..<5, using: &random)
                let up = Double(Int.random(in: 0...20, using: &random))
                return TimedLink(
                    LaserLink(a, Int.random(in: 5..<9, using: &random)), upS: up,
                    downS: up + Double(Int.random(in: -1...6, using: &random)))
            }
            let timetable = LinkTimetable(choices)
            for half in -2...60 {
                let seconds = Double(half) / 2
                let expected = Set(
                    choices.filter { $0.upS <= seconds && seconds < $0.downS }.map(\.link))
                let links = Self.links(timetable, at: seconds)
                #expect(Set(links) == expected && links.count == expected.count)
            }
        }
    }

    @Test func `a list at all times`() {
        let list = LinkList.ring([ShellLayout(firstSatellite: 0, planes: 2, slots: 4)])
        for seconds in [-1e9, 0, 1e9] {
            #expect(Self.links(LinkTimetable(always: list), at: seconds) == list.links)
        }
    }
}
