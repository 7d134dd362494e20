import CHeliograph
import HeliographC
import Routing
import Synchronization
import Testing

/// What the header promises to threads.
@Suite struct ThreadTests {
    @Test func manyThreadsAskOneMesh() async {
        let library = Library()
        defer { library.free() }
        let mesh = Handle(library.mesh)
        let twin = SwiftTwin()
        var query = AStar()
        let expected = (0..<64).map {
            query.route(in: twin.mesh, from: .init($0 * 8), to: twin.mesh.station($0 % 4))?.latencyS
                ?? .nan
        }
        let first = Int32(twin.mesh.satelliteCount)
        let answers = await withTaskGroup(of: [Double].self) { group in
            for _ in 0..<8 {
                group.addTask {
                    (0..<64).map { pair in
                        var summary = helio_route_summary()
                        helio_route(
                            mesh.value, Int32(pair * 8), first + Int32(pair % 4), nil, 0, &summary)
                        return summary.latency_s
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.count == 8)
        for answer in answers {
            #expect(zip(answer, expected).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) })
        }
    }

    @Test func aMeshIsFreedUnderItsReaders() async {
        for _ in 0..<20 {
            let library = Library(planes: 14, slots: 6)
            let mesh = Handle(library.mesh)
            let codes = await withTaskGroup(of: Set<Int>.self) { group in
                for task in 0..<4 {
                    group.addTask {
                        if task == 3 { return [Int(helio_mesh_free(mesh.value))] }
                        return Set(
                            (0..<50).map { _ in
                                var summary = helio_route_summary()
                                return Int(helio_route(mesh.value, 0, 80, nil, 0, &summary))
                            })
                    }
                }
                return await group.reduce(into: Set()) { $0.formUnion($1) }
            }
            #expect(codes.isSubset(of: [HELIO_OK, HELIO_BAD_HANDLE]))
            helio_network_free(library.network)
            helio_constellation_free(library.constellation)
        }
    }

    @Test func everyThreadHasItsLastError() async {
        let sentences = await withTaskGroup(of: Bool.self) { group in
            for task in 0..<16 {
                group.addTask {
                    // No suspension between the call and the question: one thread.
                    var instant = helio_instant()
                    helio_instant_from_iso8601("word \(task)", &instant)
                    return String(cString: helio_last_error()).contains("'word \(task)'")
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(sentences == Array(repeating: true, count: 16))
    }
}

/// A handle, which any thread may use.
struct Handle: @unchecked Sendable {
    let value: OpaquePointer?

    init(_ value: OpaquePointer?) { self.value = value }
}
