import CHeliograph
import Foundation
import HeliographC
import Testing

/// Wrong handles, sizes and numbers give codes and sentences, and nothing is written.
@Suite struct BadCallTests {
    /// Every function that takes a handle, called with some handles.
    static let calls: [(name: String, call: @Sendable (OpaquePointer?) -> helio_status)] = [
        (
            "count",
            {
                var n = 0; return helio_constellation_count($0, &n)
            }
        ),
        (
            "epoch",
            {
                var t = helio_instant(); return helio_constellation_epoch($0, 0, &t)
            }
        ),
        (
            "newest",
            {
                var t = helio_instant(); return helio_constellation_newest_epoch($0, &t)
            }
        ),
        (
            "name",
            {
                var n = 0; return helio_constellation_name($0, 0, nil, 0, &n)
            }
        ),
        ("propagate", { helio_propagate($0, Library.noon, [0], 1, 0, nil) }),
        ("grid", { helio_propagate_grid($0, Library.noon, 1, 0, 1, 0, nil) }),
        (
            "network",
            {
                var n: OpaquePointer?; return helio_network_create($0, nil, nil, 0, &n)
            }
        ),
        (
            "mesh",
            {
                var m: OpaquePointer?; return helio_mesh_create($0, 0, &m)
            }
        ),
        (
            "positions",
            {
                var m: OpaquePointer?; return helio_mesh_from_positions($0, 0, [0], [0], [0], 1, &m)
            }
        ),
        (
            "measure",
            {
                var s = helio_mesh_size(); return helio_mesh_measure($0, &s)
            }
        ),
        ("nodes", { helio_mesh_positions($0, nil, nil, nil, 0) }),
        (
            "links",
            {
                var n = 0; return helio_mesh_links($0, nil, nil, nil, nil, 0, &n)
            }
        ),
        ("rows", { helio_mesh_rows($0, nil, 0, nil, nil, 0) }),
        (
            "route",
            {
                var s = helio_route_summary(); return helio_route($0, 0, 1, nil, 0, &s)
            }
        ),
        (
            "short",
            {
                var r = helio_short_route(); return helio_route_short($0, 0, 1, &r)
            }
        ),
        ("routes", { helio_routes($0, [0], [1], 1, nil, nil, nil) }),
        ("forwarding", { helio_forwarding($0, nil, 0, nil, nil, 0, nil) }),
        ("over time", { helio_forwarding_over_time($0, [0], 1, nil, 0, nil, nil, 0, nil) }),
        (
            "find",
            {
                var c: OpaquePointer?; return helio_contacts_find($0, 0, 1, nil, 0, &c)
            }
        ),
        ("read", { helio_contacts_read($0, nil, nil) }),
        ("states", { helio_states_to_arrow($0, Library.noon, [0], 1, 0, nil, nil) }),
        ("mesh to arrow", { helio_mesh_to_arrow($0, nil, nil) }),
        ("contacts to arrow", { helio_contacts_to_arrow($0, nil, nil) }),
    ]

    @Test(arguments: calls.indices)
    func wrongHandles(index: Int) {
        let (name, call) = Self.calls[index]
        #expect(Int(call(nil)) == HELIO_NULL, "\(name)")
        let library = Library(planes: 14, slots: 3)
        var contacts: OpaquePointer?
        helio_contacts_find(library.network, 0, 1, nil, 0, &contacts)
        let handles = [library.constellation, library.network, library.mesh, contacts]
        // Of the four kinds of handles one is right; what it then lacks is another matter.
        let right = handles.filter { Int(call($0)) != HELIO_BAD_HANDLE }
        #expect(right.count == 1, "\(name)")
        library.free()
        helio_contacts_free(contacts)
        for handle in handles { #expect(Int(call(handle)) == HELIO_BAD_HANDLE, "\(name)") }
        #expect(lastError().contains("the handle names no"))
        var memory = 0
        withUnsafeMutablePointer(to: &memory) {
            #expect(Int(call(OpaquePointer($0))) == HELIO_BAD_HANDLE)
        }
        for bits: UInt in [1, 8, 0x4845_0000_0000_0001, 0x4845_0000_ffff_fff8, .max] {
            #expect(Int(call(OpaquePointer(bitPattern: bits))) == HELIO_BAD_HANDLE)
        }
    }

    @Test func handlesAreFreedOnce() {
        let library = Library(planes: 14, slots: 3)
        #expect(Int(helio_network_free(library.mesh)) == HELIO_BAD_HANDLE)
        #expect(Int(helio_mesh_free(library.mesh)) == HELIO_OK)
        #expect(Int(helio_mesh_free(library.mesh)) == HELIO_BAD_HANDLE)
        #expect(Int(helio_mesh_free(nil)) == HELIO_OK)
        // A mesh stands for itself, whatever becomes of its network.
        var mesh: OpaquePointer?
        #expect(Int(helio_mesh_create(library.network, 0, &mesh)) == HELIO_OK)
        #expect(mesh != library.mesh)
        helio_network_free(library.network)
        helio_constellation_free(library.constellation)
        var summary = helio_route_summary()
        #expect(Int(helio_route(mesh, 0, 5, nil, 0, &summary)) == HELIO_OK)
        helio_mesh_free(mesh)
    }

    @Test func buffersThatAreTooSmall() {
        let library = Library()
        defer { library.free() }
        var nodes: [Int32] = [-7, -7]
        var summary = helio_route_summary()
        #expect(Int(helio_route(library.mesh, 0, 40, &nodes, 2, &summary)) == HELIO_BAD_SIZE)
        #expect(nodes == [-7, -7] && summary.node_count > 2)
        #expect(lastError() == "size is 2, expected \(summary.node_count) or more")
        let ring = Library(planes: 14, slots: 150) { $0.topology = Int32(HELIO_RING) }
        defer { ring.free() }
        var short = helio_short_route()
        #expect(Int(helio_route_short(ring.mesh, 0, 70, &short)) == HELIO_BAD_SIZE)
        #expect(short.summary.node_count == 71 && short.nodes.0 == 0 && short.nodes.1 == 0)
        var latency = [7.0]
        var hops: [Int32] = [7]
        var others: [Int32] = [7]
        #expect(
            Int(helio_forwarding(library.mesh, nil, 0, &hops, &latency, 1, nil)) == HELIO_BAD_SIZE)
        #expect(
            Int(helio_mesh_links(library.mesh, &hops, &others, nil, nil, 1, nil)) == HELIO_BAD_SIZE)
        #expect(Int(helio_mesh_rows(library.mesh, &hops, 1, &others, nil, 1)) == HELIO_BAD_SIZE)
        #expect(
            Int(
                helio_forwarding_over_time(
                    library.network, [0, 1], 2, nil, 0, &hops, &latency, 1, nil))
                == HELIO_BAD_SIZE)
        #expect(lastError() == "size is 1, expected \(2 * 4 * 532) or more")
        #expect(hops == [7] && latency == [7])
        var values = [[Double]](repeating: [], count: 6)
        let status = withPlanes(count: 10, layout: 0, values: &values) {
            helio_propagate(library.constellation, Library.noon, [0], 1, 0, &$0)
        }
        #expect(Int(status) == HELIO_BAD_SIZE && values.joined().allSatisfy { $0 == 0 })
        // A negative count of C arrives as a huge or negative size.
        #expect(
            Int(helio_propagate(library.constellation, Library.noon, [0], -1, 0, nil))
                == HELIO_BAD_SIZE)
        #expect(
            Int(helio_propagate(library.constellation, Library.noon, [0], .max, 0, nil))
                == HELIO_BAD_SIZE)
        #expect(Int(helio_routes(library.mesh, [0], [1], -1, nil, nil, nil)) == HELIO_BAD_SIZE)
        var name = [CChar](repeating: 1, count: 3)
        var needed = 0
        #expect(
            Int(helio_constellation_name(library.constellation, 25, &name, 3, &needed))
                == HELIO_BAD_SIZE)
        #expect(needed == "S1-1-3".utf8.count + 1 && name == [1, 1, 1])
    }

    @Test func numbersOutOfRange() {
        let library = Library()
        defer { library.free() }
        var handle: OpaquePointer?
        var summary = helio_route_summary()
        #expect(Int(helio_route(library.mesh, -1, 0, nil, 0, &summary)) == HELIO_BAD_ARGUMENT)
        #expect(lastError() == "source is -1, expected 0 to 531")
        #expect(Int(helio_route(library.mesh, 0, 532, nil, 0, &summary)) == HELIO_BAD_ARGUMENT)
        var hops = [Int32](repeating: 7, count: 3 * 532)
        for (seconds, goals) in [
            ([0, Double.nan, 1], [0]), ([0, 1, .infinity], [0]), ([0, 1, 2], [532]), ([0], [3, 3]),
        ] as [([Double], [Int32])] {
            #expect(
                Int(
                    helio_forwarding_over_time(
                        library.network, seconds, seconds.count, goals, goals.count, &hops, nil,
                        hops.count, nil)) == HELIO_BAD_ARGUMENT)
        }
        #expect(hops.allSatisfy { $0 == 7 })
        for seconds in [Double.nan, .infinity, 1e300] {
            #expect(Int(helio_mesh_create(library.network, seconds, &handle)) == HELIO_BAD_ARGUMENT)
            let status = helio_contacts_find(library.network, 0, seconds, nil, 0, &handle)
            #expect(Int(status) == HELIO_BAD_ARGUMENT)
        }
        let nowhere = helio_instant(julian_date: .nan, day_fraction: 0)
        #expect(
            Int(helio_propagate(library.constellation, nowhere, [0], 1, 0, nil))
                == HELIO_BAD_ARGUMENT)
        let changes: [(inout helio_shell) -> Void] = [
            { $0.planes = 0 }, { $0.slots = -3 }, { $0.inclination_deg = .nan },
            { $0.altitude_km = -6_378 }, { $0.phasing = 0.5 }, { $0.phasing = 24 },
            { $0.phasing_kind = 9 }, { $0.raan_spread_deg = 0 },
        ]
        for change in changes {
            var shell = helio_shell(
                name: nil, planes: 24, slots: 22, inclination_deg: 53, altitude_km: 550,
                phasing_kind: 0, phasing: 13, raan_spread_deg: 360)
            change(&shell)
            let status = helio_constellation_from_walker(&shell, 1, Library.noon, 0, 0, &handle)
            #expect(Int(status) == HELIO_BAD_ARGUMENT)
        }
        var shell = helio_shell(
            name: nil, planes: 1_000_000, slots: 1_000_000, inclination_deg: 53, altitude_km: 550,
            phasing_kind: 0, phasing: 0, raan_spread_deg: 360)
        #expect(
            Int(helio_constellation_from_walker(&shell, 1, Library.noon, 0, 0, &handle))
                == HELIO_BAD_SIZE)
        let wrong: [(inout helio_network_options) -> Void] = [
            { $0.topology = 6 }, { $0.earth = 3 }, { $0.metric = 2 }, { $0.hop_delay_s = 1 },
            { $0.hop_delay_s = .nan }, { $0.min_elevation_deg = 91 },
            { $0.max_slant_range_km = .nan }, { $0.max_laser_range_km = -1 },
            { $0.grazing_altitude_km = .infinity }, { $0.ground_relay = 2 },
            { $0.struct_size -= 1 },
            {
                $0.topology = Int32(HELIO_NEAREST)
                $0.terminals = -1
            },
            {
                $0.topology = Int32(HELIO_LASER_LIST)
                $0.laser_count = 1
            },
        ]
        for change in wrong {
            let made = Library(planes: 14, slots: 3, change: change)
            #expect(made.constellation != nil && made.network == nil)
            made.free()
        }
        var far = [Double](repeating: 1e9, count: 528)
        #expect(
            Int(helio_mesh_from_positions(library.network, 0, &far, far, far, 528, &handle))
                == HELIO_BAD_ARGUMENT)
        #expect(handle == nil)
    }

    @Test func lasersOfAList() {
        let pairs: [Int32] = [0, 1, 1, 2]
        pairs.withUnsafeBufferPointer { pairs in
            let library = Library(planes: 14, slots: 3) {
                $0.topology = Int32(HELIO_LASER_LIST)
                $0.lasers = pairs.baseAddress
                $0.laser_count = 2
                $0.grazing_altitude_km = -6_000
            }
            defer { library.free() }
            var size = helio_mesh_size()
            helio_mesh_measure(library.mesh, &size)
            var (a, b) = (
                [Int32](repeating: 0, count: size.link_count),
                [Int32](repeating: 0, count: size.link_count)
            )
            helio_mesh_links(library.mesh, &a, &b, nil, nil, size.link_count, nil)
            #expect(Array(zip(a, b).filter { $1 < 42 }.map { [$0, $1] }) == [[0, 1], [1, 2]])
        }
    }

    @Test func textsThatAreNone() {
        var handle: OpaquePointer?
        var rejected = 0
        func read(_ text: String, _ flags: Int) -> Int {
            Int(
                helio_constellation_from_tle(
                    text, text.utf8.count, UInt32(flags), 0, 0, &rejected, &handle))
        }
        #expect(read("", 0) == HELIO_BAD_TEXT)
        #expect(read("nonsense", HELIO_SKIP_REJECTED) == HELIO_BAD_TEXT)
        #expect(lastError().hasPrefix("line 1 of the text: found"))
        let line1 = "1 25544U 98067A   08264.51782528 -.00002182  00000-0 -11606-4 0  2927"
        let line2 = "2 25544  51.6416 247.4627 0006703 130.5360 325.0288 15.72125391563537"
        #expect(read("\(line1)\n\(line2)\n", 0) == HELIO_OK && rejected == 0)
        helio_constellation_free(handle)
        handle = nil
        let bad = "\(line1)\n\(line2)\nX\n\(line1.dropLast())3\n\(line2)\n"
        #expect(read(bad, 0) == HELIO_BAD_TEXT && handle == nil)
        #expect(lastError().hasPrefix("line 4 of the text: line 1 of the TLE, column 69"))
        #expect(read(bad, HELIO_SKIP_REJECTED) == HELIO_OK && rejected == 1)
        var name = [CChar](repeating: 0, count: 16)
        helio_constellation_name(handle, 0, &name, 16, nil)
        #expect(name.starts(with: "25544".utf8CString))
        helio_constellation_free(handle)
        #expect(read(bad, HELIO_ALLOW_BAD_CHECKSUM) == HELIO_OK)
        helio_constellation_free(handle)
        #expect(read(bad, 4) == HELIO_BAD_ARGUMENT)
        var instant = helio_instant()
        #expect(Int(helio_instant_from_iso8601("yesterday", &instant)) == HELIO_BAD_TEXT)
        #expect(Int(helio_instant_from_iso8601("2026-08-23T12:00:00Z", &instant)) == HELIO_OK)
        #expect(instant.julian_date == 2_461_275.5 && instant.day_fraction == 0.5)
        #expect(Int(helio_instant_add(instant, -86_400, &instant)) == HELIO_OK)
        #expect(instant.julian_date == 2_461_274.5 && instant.day_fraction == 0.5)
    }

    @Test func satellitesThatAreRejectedHaveACode() {
        // A perigee below the ground: SGP4 rejects it at epoch.
        let line1 = "1 00001U 00000A   26235.50000000  .00000000  00000-0  00000-0 0    00"
        let line2 = "2 00001  53.0000   0.0000 5000000   0.0000   0.0000 15.00000000    00"
        let text = "\(line1)\n\(line2)\n"
        var handle: OpaquePointer?
        let made = helio_constellation_from_tle(
            text, text.utf8.count, UInt32(HELIO_ALLOW_BAD_CHECKSUM), 0, 0, nil, &handle)
        #expect(Int(made) == HELIO_OK, "\(lastError())")
        defer { helio_constellation_free(handle) }
        var codes: [UInt8] = [99]
        var values = [[Double]](repeating: [], count: 6)
        let status = codes.withUnsafeMutableBufferPointer { codes in
            withPlanes(count: 1, layout: 0, values: &values) {
                $0.code = codes.baseAddress
                return helio_propagate(handle, Library.noon, [0], 1, 0, &$0)
            }
        }
        #expect(Int(status) == HELIO_OK)
        #expect((1...7).contains(codes[0]) && values.joined().allSatisfy(\.isNaN))
    }
}
