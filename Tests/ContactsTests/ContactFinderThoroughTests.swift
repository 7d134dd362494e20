import Contacts
import LaserMesh
import TestSupport
import Testing

@Suite(.tags(.thorough), .enabled(if: Thorough.isWanted, Thorough.notWanted))
struct ContactFinderThoroughTests {
    /// 1,000 links: a millisecond around each end by steps of a tenth, and the window by seconds.
    @Test(arguments: ContactFinderTests.rules.indices)
    func `the contacts of a thousand links are what dense sampling sees`(index: Int) async {
        let (laser, ground) = ContactFinderTests.rules[index]
        let links = RandomLinks(
            satellites: 20, stations: 10, lasers: 80, rules: laser, groundRules: ground,
            seed: 7_000 + UInt64(index))
        #expect(links.pairs.count >= 250)
        let plan = await links.finder.plan(over: 0..<20_000, threads: 2)
        ContactChecks.checkEnds(plan, links, limit: .max)
        ContactChecks.checkSamples(plan, links, stepS: 4)
    }

    /// 10,000 passes of two to two hundred milliseconds.
    @Test func `no short pass of ten thousand is missed`() async {
        var random = SeededGenerator(seed: 99)
        var found = 0
        for _ in 0..<40_000 where found < 10_000 {
            found += await ContactChecks.checkShortPass(&random) ? 1 : 0
        }
        #expect(found == 10_000)
    }
}
