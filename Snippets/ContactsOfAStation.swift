//! When satellites rise and set over a station, and when a parcel gets through.
import Contacts
import LaserMesh
import Orbits

let shell = Shell(
    name: "I", planes: 6, slots: 11, inclinationDeg: 86.4, altitudeKm: 780, raanSpreadDeg: 180)
let epoch = Instant(year: 2026, month: 8, day: 23, secondOfDay: 0)
let builder = MeshBuilder(
    topology: LinkList.none,
    groundRules: GroundRules(minElevationRad: 10 * .pi / 180),
    stations: [
        GroundStation(name: "Svalbard", latitudeDeg: 78.23, longitudeDeg: 15.39),
        GroundStation(name: "Inuvik", latitudeDeg: 68.32, longitudeDeg: -133.55),
    ])
let finder = ContactFinder(
    Constellation(shell.elementSets(epoch: epoch)), builder: builder, epoch: epoch)
let plan = await finder.plan(over: 0..<3_600)
for contact in plan.contacts.prefix(3) {
    print("satellite", contact.a.index, "from", contact.upS, "to", contact.downS, "s")
}

// Without lasers a satellite carries the parcel from one station to the other.
let rates = Array(repeating: 1e8, count: plan.contacts.count)
let router = EarliestArrival(plan, ratesBitPerS: rates, allowsGroundRelay: false)
let parcel = Parcel(from: NodeID(66), to: NodeID(67), readyS: 0, sizeBits: 1e9)
let way = try router.route(of: parcel)
print("arrives after", way.arriveS, "s over", way.hops.count, "hops")
