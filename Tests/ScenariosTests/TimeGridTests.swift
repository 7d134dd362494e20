import Scenarios
import Testing

@Suite struct TimeGridTests {
    @Test(arguments: [
        (0.0, 200.0, 0.1, 2_000), (0, 200, 60, 4), (0, 60, 60, 1), (0, 1, 7, 1), (3, 0.3, 0.1, 3),
        (0, 86_400, 1, 86_400), (-5, 10, 2.5, 4), (0, 0.3, 0.1, 3), (0, 1e-9, 1e-9, 1),
    ])
    func `instants lie before the end`(start: Double, duration: Double, step: Double, count: Int) {
        let grid = TimeGrid(startS: start, durationS: duration, stepS: step)
        #expect(grid.count == count)
        #expect(grid.seconds(at: 0) == start)
        #expect(grid.seconds(at: count - 1) < start + duration + 1e-12)
    }

    @Test func `times are the nearest doubles of their decimals`() {
        let grid = TimeGrid(startS: 0, durationS: 200, stepS: 0.1)
        for index in 0..<grid.count {
            let text = "\(index / 10).\(index % 10)"
            #expect(grid.seconds(at: index).description == text)
        }
        #expect(TimeGrid(startS: 0.05, durationS: 1, stepS: 0.05).seconds(at: 2) == 0.15)
        #expect(grid.endS == 200)
    }
}
