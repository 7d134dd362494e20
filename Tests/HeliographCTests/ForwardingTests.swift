import CHeliograph
import HeliographC
import LaserMesh
import Orbits
import Routing
import Testing

/// Forwarding states over many instants are those of each instant's mesh, on every entry.
@Suite struct ForwardingTests {
    /// Next hops and the bits of latencies, so that NaN is the same as NaN.
    struct States: Equatable {
        var hops: [Int32]
        var latencyBits: [UInt64]
    }

    /// The states of each instant's mesh, one after the other.
    static func oneByOne(
        _ library: Library, _ seconds: [Double], to goals: [Int32]
    ) -> States {
        var all = States(hops: [], latencyBits: [])
        for time in seconds {
            var mesh: OpaquePointer?
            helio_mesh_create(library.network, time, &mesh)
            var count = 0
            helio_forwarding(mesh, goals, goals.count, nil, nil, 0, &count)
            var hops = [Int32](repeating: 7, count: count)
            var latency = [Double](repeating: 7, count: count)
            #expect(
                Int(
                    helio_forwarding(
                        mesh, goals, goals.count, &hops, &latency, count, nil)) == HELIO_OK)
            all.hops += hops
            all.latencyBits += latency.map(\.bitPattern)
            helio_mesh_free(mesh)
        }
        return all
    }

    /// The states of all instants in one call.
    static func together(
        _ library: Library, _ seconds: [Double], to goals: [Int32]
    ) -> States {
        var count = 0
        let asked = helio_forwarding_over_time(
            library.network, seconds, seconds.count, goals, goals.count, nil, nil, 0, &count)
        #expect(Int(asked) == HELIO_OK)
        var hops = [Int32](repeating: 7, count: count)
        var latency = [Double](repeating: 7, count: count)
        #expect(
            Int(
                helio_forwarding_over_time(
                    library.network, seconds, seconds.count, goals, goals.count, &hops, &latency,
                    count, nil)) == HELIO_OK, "\(lastError())")
        // Without latencies the next hops are the same.
        var alone = [Int32](repeating: 7, count: count)
        helio_forwarding_over_time(
            library.network, seconds, seconds.count, goals, goals.count, &alone, nil, count, nil)
        #expect(alone == hops)
        return States(hops: hops, latencyBits: latency.map(\.bitPattern))
    }

    private static let rules: [@Sendable (inout helio_network_options) -> Void] = [
        { _ in },
        { $0.hop_delay_s = 1e-3 },
        {
            $0.ground_relay = 1
            $0.topology = Int32(HELIO_NEAREST)
        },
        // Few lasers, so that much is out of reach.
        { $0.topology = Int32(HELIO_RING) },
        { $0.metric = Int32(HELIO_LEAST_LENGTH) },
        // Routes that are too long for the lanes: 30 links of 0.999 s are 9 million km.
        {
            $0.hop_delay_s = 0.999
            $0.topology = Int32(HELIO_RING)
        },
    ]

    /// Rings need to be long for routes to be.
    private static func slots(_ rule: Int) -> Int { rule == 5 ? 60 : 12 }

    @Test(arguments: rules.indices)
    func statesAreThoseOfEachMesh(rule: Int) {
        let slots = Self.slots(rule)
        let library = Library(planes: 14, slots: Int32(slots), change: Self.rules[rule])
        defer { library.free() }
        let first = Int32(14 * slots)
        // Any order, close together and far apart; blocks that are full and one that is not.
        let seconds = (0..<9).map { Double($0) * 15 } + [86_400, -3_600.5, 7]
        for goals in [[first, first + 1, first + 2, first + 3], [0, first + 2, first - 1]] {
            let states = Self.together(library, seconds, to: goals)
            #expect(states == Self.oneByOne(library, seconds, to: goals))
            #expect(states.hops.contains { $0 >= 0 })
        }
        #expect(Self.together(library, [60], to: [5]) == Self.oneByOne(library, [60], to: [5]))
    }

    /// A case of the rules above has routes that the lanes alone would not find.
    @Test func longRoutesAreFound() {
        let library = Library(planes: 14, slots: 60, change: Self.rules[5])
        defer { library.free() }
        let states = Self.together(library, (0..<8).map(Double.init), to: [0])
        let latencies = states.latencyBits.map { Double(bitPattern: $0) }.filter { !$0.isNaN }
        #expect((latencies.max() ?? 0) > 0x1p23 / 299_792.458)
    }

    @Test func allStationsAreTheDefault() {
        let library = Library(planes: 14, slots: 6)
        defer { library.free() }
        let seconds = (0..<9).map { Double($0) * 60 }
        var count = 0
        helio_forwarding_over_time(library.network, seconds, 9, nil, 0, nil, nil, 0, &count)
        #expect(count == 9 * 4 * 88)
        var hops = [Int32](repeating: 7, count: count)
        helio_forwarding_over_time(library.network, seconds, 9, nil, 0, &hops, nil, count, nil)
        #expect(hops == Self.together(library, seconds, to: [84, 85, 86, 87]).hops)
        // No instant, and no destination.
        #expect(
            Int(helio_forwarding_over_time(library.network, nil, 0, nil, 0, nil, nil, 0, nil))
                == HELIO_OK)
        #expect(Self.together(library, [], to: [3]).hops.isEmpty)
    }

    /// Deep and eccentric orbits by the scalar theory, some of which have no state.
    @Test func satellitesWithoutAStateHaveNoRoute() {
        let line1 = "1 00001U 00000A   26235.50000000  .00000000  00000-0  00000-0 0    00"
        let line2 = "2 00001  53.0000   0.0000 5000000   0.0000   0.0000 15.00000000    00"
        let good = "2 00001  53.0000  10.0000 0000001   0.0000   0.0000 15.00000000    00"
        let text = "\(line1)\n\(line2)\n\(line1)\n\(good)\n"
        var constellation: OpaquePointer?
        helio_constellation_from_tle(
            text, text.utf8.count, UInt32(HELIO_ALLOW_BAD_CHECKSUM), 0, 0, nil, &constellation)
        defer { helio_constellation_free(constellation) }
        var options = helio_network_options()
        helio_network_options_init(&options, MemoryLayout<helio_network_options>.size)
        options.epoch = Library.noon
        options.min_elevation_deg = 0
        let station = helio_station(name: nil, latitude_deg: 0, longitude_deg: 0, altitude_km: 0)
        var library = Library(planes: 14, slots: 3)
        library.free()
        library.network = nil
        helio_network_create(constellation, &options, [station], 1, &library.network)
        defer { helio_network_free(library.network) }
        let seconds = (0..<16).map { Double($0) * 300 }
        let states = Self.together(library, seconds, to: [2])
        #expect(states == Self.oneByOne(library, seconds, to: [2]))
        #expect((0..<16).contains { states.hops[$0 * 3] == HELIO_NO_NODE })
        #expect((0..<16).contains { states.hops[$0 * 3 + 1] == 2 })
    }

    /// Threads that share the instants, each with its own part of the buffer.
    @Test func threadsShareTheInstants() async {
        let library = Library(planes: 14, slots: 6)
        defer { library.free() }
        let seconds = (0..<40).map { Double($0) * 30 }
        let goals: [Int32] = [84, 85, 3]
        let expected = Self.together(library, seconds, to: goals)
        let plane = goals.count * 88
        let memory = UnsafeMutablePointer<Int32>.allocate(capacity: 40 * plane)
        memory.initialize(repeating: 7, count: 40 * plane)
        defer { memory.deallocate() }
        let (network, buffer) = (Handle(library.network), Handle(OpaquePointer(memory)))
        let codes = await withTaskGroup(of: Int.self) { group in
            for part in 0..<5 {
                group.addTask {
                    let some = Array(seconds[part * 8..<part * 8 + 8])
                    let hops = UnsafeMutablePointer<Int32>(buffer.value)
                    return Int(
                        helio_forwarding_over_time(
                            network.value, some, 8, goals, 3, hops.map { $0 + part * 8 * plane },
                            nil, 8 * plane, nil))
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(codes == Array(repeating: HELIO_OK, count: 5))
        #expect(Array(UnsafeBufferPointer(start: memory, count: 40 * plane)) == expected.hops)
    }
}
