import CHeliograph
import Contacts
import HeliographC
import LaserMesh
import Orbits
import Routing
import Testing

/// The C interface gives the numbers of the Swift one, to the bit.
@Suite struct SameNumbersTests {
    let twin = SwiftTwin()

    @Test(arguments: [HELIO_TEME, HELIO_EARTH_FIXED], [HELIO_SATELLITE_MAJOR, HELIO_TIME_MAJOR])
    func states(frame: Int, layout: Int) {
        let library = Library()
        defer { library.free() }
        let seconds = (0..<9).map { Double($0) * 37.5 - 100 }
        let instants = seconds.map { twin.epoch.advanced(bySeconds: $0) }
        let satellites = twin.constellation.count
        var expected = EphemerisPlanes(
            satellites: satellites, instants: 9,
            layout: layout == HELIO_TIME_MAJOR
                ? .timeMajor(satellites: satellites) : .satelliteMajor(instants: 9))
        twin.constellation.states(
            at: instants, frame: frame == HELIO_TEME ? .teme : .earthFixed, into: &expected)
        var values = [[Double]](repeating: [], count: 6)
        let status = withPlanes(count: satellites * 9, layout: layout, values: &values) {
            helio_propagate(
                library.constellation, Library.noon, seconds, seconds.count, Int32(frame), &$0)
        }
        #expect(Int(status) == HELIO_OK)
        #expect(
            values == [
                expected.x, expected.y, expected.z, expected.vx, expected.vy, expected.vz,
            ])
    }

    @Test func statesOfAGrid() throws {
        let library = Library()
        defer { library.free() }
        let batch = try #require(twin.constellation.sgp4Batch)
        var expected = EphemerisPlanes(
            satellites: batch.count, instants: 20, layout: .satelliteMajor(instants: 20))
        batch.states(
            on: UniformGrid(start: twin.epoch, stepSeconds: 15), steps: -3..<17, into: &expected)
        var values = [[Double]](repeating: [], count: 6)
        let status = withPlanes(
            count: batch.count * 20, layout: HELIO_SATELLITE_MAJOR, values: &values
        ) {
            helio_propagate_grid(
                library.constellation, Library.noon, 15, -3, 20, Int32(HELIO_TEME), &$0)
        }
        #expect(Int(status) == HELIO_OK)
        #expect(values[0] == expected.x && values[5] == expected.vz)
    }

    @Test func turningIsThatOfTheBatch() {
        let library = Library()
        defer { library.free() }
        let seconds = [0.0, 1_000]
        let count = twin.constellation.count * 2
        var turned = [[Double]](repeating: [], count: 6)
        var fixed = turned
        _ = withPlanes(count: count, layout: HELIO_TIME_MAJOR, values: &turned) { planes in
            helio_propagate(
                library.constellation, Library.noon, seconds, 2, Int32(HELIO_TEME), &planes)
            return helio_teme_to_earth_fixed(Library.noon, seconds, 2, count / 2, &planes)
        }
        _ = withPlanes(count: count, layout: HELIO_TIME_MAJOR, values: &fixed) { planes in
            helio_propagate(
                library.constellation, Library.noon, seconds, 2, Int32(HELIO_EARTH_FIXED), &planes)
        }
        for (one, other) in zip(turned.joined(), fixed.joined()) {
            #expect(abs(one - other) <= 1e-9)
        }
    }

    @Test func meshAsListAndAsRows() {
        let library = Library()
        defer { library.free() }
        var size = helio_mesh_size()
        #expect(Int(helio_mesh_measure(library.mesh, &size)) == HELIO_OK)
        #expect(size.node_count == twin.mesh.nodeCount && size.link_count == twin.mesh.linkCount)
        var a = [Int32](repeating: 0, count: size.link_count)
        var (b, kind) = (a, [UInt8](repeating: 9, count: size.link_count))
        var length = [Double](repeating: 0, count: size.link_count)
        #expect(
            Int(helio_mesh_links(library.mesh, &a, &b, &kind, &length, size.link_count, nil))
                == HELIO_OK)
        let links = twin.mesh.links
        #expect(a == links.map(\.a.rawValue) && b == links.map(\.b.rawValue))
        #expect(kind == links.map(\.kind.rawValue) && length == links.map(\.lengthKm))
        var first = [Int32](repeating: 0, count: size.node_count + 1)
        var neighbour = [Int32](repeating: 0, count: 2 * size.link_count)
        #expect(
            Int(
                helio_mesh_rows(
                    library.mesh, &first, first.count, &neighbour, nil, neighbour.count))
                == HELIO_OK)
        #expect(first == twin.mesh.firstLink && neighbour == twin.mesh.neighbour)
    }

    @Test func meshOfGivenPositions() {
        let library = Library()
        defer { library.free() }
        let positions = twin.constellation.positions(at: twin.epoch.advanced(bySeconds: 60))
        var mesh: OpaquePointer?
        #expect(
            Int(
                helio_mesh_from_positions(
                    library.network, 60, positions.x, positions.y, positions.z, positions.count,
                    &mesh)) == HELIO_OK)
        defer { helio_mesh_free(mesh) }
        var summary = helio_route_summary()
        let nodes = twin.mesh.stations
        helio_route(mesh, Int32(nodes.lowerBound), Int32(nodes.lowerBound + 1), nil, 0, &summary)
        var query = AStar()
        let route = query.route(
            in: twin.mesh, from: twin.mesh.station(0), to: twin.mesh.station(1))
        #expect(summary.latency_s == route?.latencyS)
    }

    @Test func routesAndForwardingState() throws {
        let library = Library()
        defer { library.free() }
        var query = AStar()
        var needed = 0
        helio_forwarding(library.mesh, nil, 0, nil, nil, 0, &needed)
        #expect(needed == 4 * twin.mesh.nodeCount)
        var next = [Int32](repeating: 7, count: needed)
        var latency = [Double](repeating: 7, count: needed)
        #expect(
            Int(helio_forwarding(library.mesh, nil, 0, &next, &latency, needed, nil)) == HELIO_OK)
        for goal in 0..<4 {
            for node in stride(from: 0, to: twin.mesh.nodeCount, by: 7) {
                let to = twin.mesh.station(goal)
                let expected = query.route(in: twin.mesh, from: NodeID(node), to: to)
                var summary = helio_route_summary()
                var nodes = [Int32](repeating: 0, count: 64)
                let status = helio_route(
                    library.mesh, Int32(node), to.rawValue, &nodes, nodes.count, &summary)
                #expect(Int(status) == HELIO_OK)
                #expect(summary.node_count == expected?.nodes.count ?? 0)
                var short = helio_short_route()
                helio_route_short(library.mesh, Int32(node), to.rawValue, &short)
                #expect(short.summary.node_count == summary.node_count)
                withUnsafeBytes(of: &short.nodes) {
                    #expect(Array($0.bindMemory(to: Int32.self)) == Array(nodes.prefix(58)))
                }
                let place = goal * twin.mesh.nodeCount + node
                guard let expected else {
                    #expect(summary.latency_s.isNaN && latency[place].isNaN)
                    #expect(next[place] == HELIO_NO_NODE)
                    continue
                }
                #expect(
                    nodes.prefix(summary.node_count) == expected.nodes.map(\.rawValue)[...])
                #expect(summary.latency_s == expected.latencyS)
                #expect(latency[place] == expected.latencyS)
                let hop = expected.hops > 0 ? expected.nodes[1].rawValue : Int32(HELIO_NO_NODE)
                #expect(next[place] == hop)
            }
        }
        let pairs: [(Int32, Int32)] = [(0, 100), (5, 5), (3, 500)]
        var (latencies, hops) = ([Double](repeating: 0, count: 3), [Int32](repeating: 0, count: 3))
        #expect(
            Int(
                helio_routes(
                    library.mesh, pairs.map(\.0), pairs.map(\.1), 3, &latencies, nil, &hops))
                == HELIO_OK)
        for (index, pair) in pairs.enumerated() {
            let found = query.route(
                in: twin.mesh, from: NodeID(rawValue: pair.0), to: NodeID(rawValue: pair.1))
            let route = try #require(found)
            #expect(latencies[index] == route.latencyS && hops[index] == route.hops)
        }
    }

    @Test func hopDelaysCountAsInARoute() {
        let library = Library {
            $0.hop_delay_s = 1e-3
            $0.ground_relay = 1
        }
        defer { library.free() }
        let goal = Int32(twin.mesh.station(2).rawValue)
        var latency = [Double](repeating: 0, count: twin.mesh.nodeCount)
        var next = [Int32](repeating: 0, count: twin.mesh.nodeCount)
        helio_forwarding(library.mesh, [goal], 1, &next, &latency, next.count, nil)
        for node in stride(from: 0, to: twin.mesh.nodeCount, by: 50) {
            var summary = helio_route_summary()
            helio_route(library.mesh, Int32(node), goal, nil, 0, &summary)
            #expect(summary.latency_s == latency[node])
            #expect(summary.latency_s > Double(summary.node_count - 1) * 1e-3)
        }
    }

    @Test func contacts() async {
        let library = Library(planes: 14, slots: 9)
        defer { library.free() }
        let twin = SwiftTwin(planes: 14, slots: 9)
        let plan = await ContactFinder(
            twin.constellation, builder: twin.builder, epoch: twin.epoch
        ).plan(over: 0..<300, linking: [1, 3], threads: 2)
        var contacts: OpaquePointer?
        #expect(
            Int(helio_contacts_find(library.network, 0, 300, [1, 3], 2, &contacts)) == HELIO_OK)
        defer { helio_contacts_free(contacts) }
        var count = 0
        #expect(Int(helio_contacts_read(contacts, nil, &count)) == HELIO_OK)
        #expect(count == plan.contacts.count && count > 20)
        var (a, up) = ([Int32](repeating: 0, count: count), [Double](repeating: 0, count: count))
        var (down, least) = (up, up)
        let status = a.withUnsafeMutableBufferPointer { a in
            up.withUnsafeMutableBufferPointer { up in
                down.withUnsafeMutableBufferPointer { down in
                    least.withUnsafeMutableBufferPointer { least in
                        var columns = helio_contact_columns(
                            a: a.baseAddress, b: nil, kind: nil, up_s: up.baseAddress,
                            down_s: down.baseAddress, min_km: least.baseAddress, max_km: nil,
                            size: count)
                        return helio_contacts_read(contacts, &columns, nil)
                    }
                }
            }
        }
        #expect(Int(status) == HELIO_OK)
        #expect(a == plan.contacts.map(\.a.rawValue) && up == plan.contacts.map(\.upS))
        #expect(down == plan.contacts.map(\.downS) && least == plan.contacts.map(\.minKm))
    }

    @Test func placesThereAndBack() {
        let (latitude, longitude, altitude) = ([10.0, -80], [20.0, 170], [0.5, 550])
        var (x, y, z) = ([0.0, 0], [0.0, 0], [0.0, 0])
        helio_geodetic_to_earth_fixed(
            Int32(HELIO_EARTH_WGS84), 2, latitude, longitude, altitude, &x, &y, &z)
        let p = Ellipsoid.wgs84.position(
            of: Geodetic(latitudeDeg: 10, longitudeDeg: 20, altitudeKm: 0.5)
        ).km
        #expect([x[0], y[0], z[0]] == [p.x, p.y, p.z])
        var (backLatitude, backLongitude, backAltitude) = (latitude, longitude, altitude)
        helio_earth_fixed_to_geodetic(
            Int32(HELIO_EARTH_WGS84), 2, x, y, z, &backLatitude, &backLongitude, &backAltitude)
        for index in 0..<2 {
            #expect(abs(backLatitude[index] - latitude[index]) < 1e-9)
            #expect(abs(backLongitude[index] - longitude[index]) < 1e-9)
            #expect(abs(backAltitude[index] - altitude[index]) < 1e-9)
        }
    }
}

/// Calls with planes of a number of elements, and takes their values.
func withPlanes(
    count: Int, layout: Int, values: inout [[Double]], _ body: (inout helio_planes) -> helio_status
) -> helio_status {
    let memory = (0..<6).map { _ in UnsafeMutablePointer<Double>.allocate(capacity: count) }
    defer { for plane in memory { plane.deallocate() } }
    for plane in memory { plane.initialize(repeating: 0, count: count) }
    var planes = helio_planes(
        x_km: memory[0], y_km: memory[1], z_km: memory[2], vx_km_s: memory[3], vy_km_s: memory[4],
        vz_km_s: memory[5], code: nil, size: count, layout: Int32(layout))
    let status = body(&planes)
    values = memory.map { Array(UnsafeBufferPointer(start: $0, count: count)) }
    return status
}
