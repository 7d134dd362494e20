import Synchronization
import Testing

@testable import Console

/// A clock that is set by hand and a terminal that keeps what is written.
private final class Stage: Sendable {
    let time = Mutex(ContinuousClock.now)
    let written = Mutex<[String]>([])

    func bar(total: Int, isSilent: Bool = false) -> ProgressBar {
        ProgressBar(
            total: total, unit: "instants", isSilent: isSilent,
            now: { self.time.withLock { $0 } },
            write: { text in self.written.withLock { $0.append(text) } })
    }

    func wait(_ duration: Duration) { time.withLock { $0 += duration } }

    var texts: [String] { written.withLock { $0 } }
}

struct ProgressBarTests {
    @Test func nothingInTheFirstSecond() {
        let stage = Stage()
        let bar = stage.bar(total: 10)
        stage.wait(.milliseconds(999))
        bar.advance(by: 9)
        bar.finish()
        #expect(stage.texts.isEmpty)
    }

    @Test func drawnThenCleared() {
        let stage = Stage()
        let bar = stage.bar(total: 100)
        stage.wait(.seconds(2))
        bar.advance(by: 50)
        stage.wait(.milliseconds(50))
        bar.advance()
        bar.finish()
        bar.advance()
        #expect(
            stage.texts == [
                "\r[===============               ] 50 %  50/100 instants  25.0/s  0:02 left\u{1B}[K",
                "\r\u{1B}[K",
            ])
    }

    @Test func aNoteStandsAtTheEnd() {
        let stage = Stage()
        let bar = stage.bar(total: 2)
        stage.wait(.seconds(2))
        bar.advance(note: "1 of 4 at a time")
        bar.finish()
        #expect(stage.texts[0].hasSuffix("0.5/s  0:02 left  1 of 4 at a time\u{1B}[K"))
    }

    @Test func silence() {
        let stage = Stage()
        let bar = stage.bar(total: 4, isSilent: true)
        stage.wait(.seconds(5))
        bar.advance(by: 4)
        bar.finish()
        #expect(stage.texts.isEmpty)
    }

    @Test func manyThreadsCountTogether() async {
        let stage = Stage()
        let bar = stage.bar(total: 4_001)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask { for _ in 0..<1_000 { bar.advance() } }
            }
        }
        stage.wait(.seconds(4_000))
        bar.advance()
        #expect(stage.texts.last?.contains("100 %  4001/4001 instants  1.0/s") == true)
    }

    @Test func oddTotals() {
        let bar = Stage().bar(total: 0)
        #expect(bar.line(done: 0, elapsed: .zero).contains("100 %"))
        let long = Stage().bar(total: .max)
        #expect(long.line(done: 1, elapsed: .seconds(3_600)).contains("very long left"))
        let hours = Stage().bar(total: 3_723)
        #expect(hours.line(done: 1, elapsed: .seconds(1)).hasSuffix("1:02:02 left"))
    }
}
