import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Scenarios

/// How many runs are at work at the same time, by memory.
@Suite struct SweepMemoryTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private static let megabyte = 1_000_000

    private static func gauge(
        available: Int, resident: Int = 50, peak: Int = 50
    ) -> MemoryGauge {
        MemoryGauge(
            available: { available * megabyte }, resident: { resident * megabyte },
            peak: { peak * megabyte })
    }

    private func put(_ text: String, _ path: String) throws {
        let file = folder.url.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// The least of what the machine has and of what each control group around the process leaves.
    @Test func `available memory is that of the machine and of all control groups`() throws {
        var memory = SystemMemory()
        memory.root = folder.url.path
        #expect(memory.availableBytes == nil && memory.processBytes("VmRSS:") == nil)
        try put("MemTotal: 9000 kB\nMemAvailable:    4000 kB\n", "proc/meminfo")
        #expect(memory.availableBytes == 4_096_000)
        try put("0::/jobs/one\n", "proc/self/cgroup")
        try put("max\n", "sys/fs/cgroup/jobs/one/memory.max")
        try put("9\n", "sys/fs/cgroup/jobs/one/memory.current")
        #expect(memory.availableBytes == 4_096_000)
        try put("3000000\n", "sys/fs/cgroup/jobs/memory.max")
        try put("2000000\n", "sys/fs/cgroup/jobs/memory.current")
        #expect(memory.availableBytes == 1_000_000)
        try put("file 900000\ninactive_file 500000\n", "sys/fs/cgroup/jobs/memory.stat")
        #expect(memory.availableBytes == 1_500_000)
        try put("3:cpu:/\n2:memory,x:/job\n", "proc/self/cgroup")
        try put("700000\n", "sys/fs/cgroup/memory/job/memory.limit_in_bytes")
        try put("800000\n", "sys/fs/cgroup/memory/job/memory.usage_in_bytes")
        try put("total_inactive_file 200000\n", "sys/fs/cgroup/memory/job/memory.stat")
        #expect(memory.availableBytes == 100_000)
        try put("Name: x\nVmHWM:\t  70 kB\nVmRSS:\t  50 kB\n", "proc/self/status")
        #expect(memory.processBytes("VmRSS:") == 51_200)
        #expect(memory.processBytes("VmHWM:") == 71_680)
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/status")))
    func `this machine tells its memory`() throws {
        let resident = try #require(MemoryGauge.system.resident())
        let peak = try #require(MemoryGauge.system.peak())
        #expect(resident > Self.megabyte && peak >= resident)
        #expect(try #require(MemoryGauge.system.available()) > Self.megabyte)
    }

    @Test func `a budget divides what there is by what a run takes`() {
        let declared = MemoryBudget(Self.gauge(available: 1000), declaredBytes: 400 * Self.megabyte)
        #expect(declared.limit(threads: 8, running: 0, isLong: false) == 2)
        #expect(declared.limit(threads: 1, running: 0, isLong: false) == 1)
        // One goes always, whatever it takes.
        let none = MemoryBudget(Self.gauge(available: 10), declaredBytes: 400 * Self.megabyte)
        #expect(none.limit(threads: 8, running: 0, isLong: false) == 1)
        let unknown = MemoryBudget(
            MemoryGauge(available: { nil }, resident: { nil }, peak: { nil }),
            declaredBytes: 400 * Self.megabyte)
        #expect(unknown.limit(threads: 8, running: 3, isLong: false) == 8)
    }

    /// The process grows from 50 MB to 350 MB by its first run; 940 MB are left, 100 of them held.
    @Test func `a budget learns from the first run`() {
        let resident = Mutex(50)
        let gauge = MemoryGauge(
            available: { 940 * Self.megabyte },
            resident: { resident.withLock { $0 } * Self.megabyte }, peak: { 350 * Self.megabyte })
        var budget = MemoryBudget(gauge, declaredBytes: nil)
        #expect(budget.limit(threads: 8, running: 1, isLong: false) == 1)
        resident.withLock { $0 = 150 }
        // 946 MB for runs that may come to 200 MB each.
        #expect(budget.limit(threads: 8, running: 1, isLong: true) == 4)
        budget.works(on: 1)
        budget.learn()
        #expect(budget.limit(threads: 8, running: 0, isLong: false) == 3)
    }

    private func progress(
        _ more: String, _ gauge: MemoryGauge
    ) async throws -> [SweepProgress] {
        let plan = try SweepSamples.plan(SweepSamples.axes + more, in: folder)
        let runner = SweepRunner(plan, folder: SweepFolder(folder.path("out")))
        let seen = Mutex<[SweepProgress]>([])
        let failed = try await runner.run(runner.missing(), threads: 4, memory: gauge) { progress in
            seen.withLock { $0.append(progress) }
        }
        #expect(failed == 0)
        return seen.withLock { $0 }
    }

    @Test func `a sweep keeps to what its runs declare`() async throws {
        let short = try await progress("\nmemory_mb: 400", Self.gauge(available: 1000))
        #expect(short.map(\.ended) == [1, 1, 1, 1, 1, 1])
        #expect(short.allSatisfy { $0.atOnce == 2 && $0.running <= 1 })
        #expect(short.first?.running == 1)
    }

    @Test func `a sweep with memory enough uses all threads after its first run`() async throws {
        let ample = try await progress("", Self.gauge(available: 100_000, peak: 60))
        #expect(ample.first == SweepProgress(ended: 1, running: 0, atOnce: 4))
        #expect(ample.dropFirst().first?.running == 3)
        let words = ["memory_mb: 0", "memory_mb: lots"]
        for word in words {
            let error = #expect(throws: ScenarioError.self) {
                try SweepSamples.plan(SweepSamples.axes + "\n" + word, in: folder)
            }
            #expect(error?.message.contains("memory_mb") == true)
        }
    }
}
