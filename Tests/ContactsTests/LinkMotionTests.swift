import LaserMesh
import Orbits
import TestSupport
import Testing

@testable import Contacts

/// The bounds of lengths hold, and the cubic between the ends of cells is near enough.
@Suite struct LinkMotionTests {
    static func constellation() -> Constellation {
        let low = Shell(
            name: "L", planes: 3, slots: 4, inclinationDeg: 53, altitudeKm: 340,
            phasing: .walker(1))
        let oval = Shell(
            name: "O", planes: 2, slots: 3, inclinationRad: 1.1, meanMotionRadPerMin: 0.02,
            phasing: .walker(1), eccentricity: 0.3)
        return Constellation(
            low.elementSets(epoch: .j2000) + oval.elementSets(epoch: .j2000))
    }

    @Test func `lengths stay within their bounds`() {
        let stations = MovingShells.stations
        let mesh = MovingMesh(
            Self.constellation(), builder: MeshBuilder(topology: LinkList.none, stations: stations),
            epoch: .j2000)
        let h = 20.0
        let block = MotionBlock(mesh, times: (0..<16).map { Double($0) * h }, stepS: h)
        var generator = SeededGenerator(seed: 4)
        for _ in 0..<300 {
            let a = Int.random(in: 0..<18, using: &generator)
            let b = Int.random(in: 0..<(18 + stations.count), using: &generator)
            let cell = Int.random(in: 0..<15, using: &generator)
            guard a != b else { continue }
            func vector(_ time: Double) -> SIMD3<Double> {
                mesh.positionKm(of: NodeID(b), atSeconds: time)
                    - mesh.positionKm(of: NodeID(a), atSeconds: time)
            }
            let start = block.times[cell]
            let motion = LinkMotion(
                from: vector(start), to: vector(start + h), h: h,
                accelerationKmPerS2: block.bounds(of: a).accelerationKmPerS2
                    + block.bounds(of: b).accelerationKmPerS2)
            for part in 1..<8 {
                let s = Double(part) / 8
                let r = vector(start + s * h)
                let length = (r * r).sum().squareRoot()
                let chord = motion.startKm + s * (motion.endKm - motion.startKm)
                let room = h * h * s * (1 - s) / 2
                #expect(length >= chord - motion.bendKmPerS2 * room - 1e-9)
                #expect(length <= chord + motion.sagKmPerS2 * room + 1e-9)
            }
        }
    }

    @Test func `the cubic is within a nanometre or so`() {
        let mesh = MovingMesh(
            Self.constellation(), builder: MeshBuilder(topology: LinkList.none), epoch: .j2000)
        let block = MotionBlock(mesh, times: (0..<16).map { Double($0) }, stepS: 1)
        for satellite in 0..<18 {
            for (cell, part) in [(0, 0.5), (3, 0.25), (7, 0.5), (14, 0.7)] {
                let time = block.times[cell] + part
                let cubic = block.position(of: satellite, at: block.stencil(at: time, cell: cell))
                let d = cubic - mesh.positionKm(of: NodeID(satellite), atSeconds: time)
                #expect((d * d).sum().squareRoot() < 2e-8)
            }
        }
    }

    @Test func `a chord bounds a parabola`() {
        // 1 − 4 s + 4 s²: it touches zero in the middle, with second derivative 8.
        #expect(!Chord.staysPositive(1, 1, bend: 8, over: 1))
        #expect(Chord.staysPositive(1, 1, bend: 7.9, over: 1))
        #expect(Chord.staysPositive(1, 0.01, bend: 1, over: 1))
        #expect(!Chord.staysPositive(0.01, -0.01, bend: 0, over: 1))
        #expect(!Chord.staysPositive(5, 5, bend: .infinity, over: 1))
    }
}
