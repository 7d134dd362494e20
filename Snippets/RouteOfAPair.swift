//! The best route between two cities, and the next best ones.
import Heliograph

let shell = Shell(
    name: "S1", planes: 72, slots: 22, inclinationDeg: 53, altitudeKm: 550, phasing: .walker(39))
let noon = Instant(year: 2026, month: 8, day: 23, secondOfDay: 43_200)
let builder = MeshBuilder(
    topology: LinkList.plusGrid([shell]),
    stations: [
        GroundStation(name: "London", latitudeDeg: 51.51, longitudeDeg: -0.13),
        GroundStation(name: "New York", latitudeDeg: 40.71, longitudeDeg: -74.01),
    ])
let satellites = Constellation(shell.elementSets(epoch: noon)).positions(at: noon)
let mesh = builder.mesh(of: satellites, atSeconds: 0)

// A query keeps its memory; use one for many questions, and one in each task.
var query = AStar()
if let route = query.route(in: mesh, from: mesh.station(0), to: mesh.station(1)) {
    print("best:", route.rttMs, "ms over", route.hops, "hops")
}

var several = KShortest()
for route in several.routes(3, in: mesh, from: mesh.station(0), to: mesh.station(1)) {
    print(route.rttMs, "ms:", route.nodes.map(\.index))
}

// Routes that share no link with one another.
var disjoint = DisjointRoutes(of: .links, by: .total)
let apart = disjoint.routes(2, in: mesh, from: mesh.station(0), to: mesh.station(1))
print(apart.count, "disjoint routes")
