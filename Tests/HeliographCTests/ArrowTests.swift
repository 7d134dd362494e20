import CHeliograph
import HeliographC
import LaserMesh
import Testing

/// The structs of the Arrow C data interface hold what they should, and give it up.
@Suite struct ArrowTests {
    @Test func links() throws {
        let library = Library(planes: 14, slots: 6)
        defer { library.free() }
        let links = SwiftTwin(planes: 14, slots: 6).mesh.links
        var (schema, array) = (ArrowSchema(), ArrowArray())
        #expect(Int(helio_mesh_to_arrow(library.mesh, &schema, &array)) == HELIO_OK)
        #expect(array.length == links.count && array.n_children == 5 && schema.n_children == 5)
        #expect(String(cString: schema.format) == "+s")
        let names = (0..<5).map { String(cString: schema.children[$0]!.pointee.name) }
        #expect(names == ["a", "b", "kind", "length_km", "delay_ms"])
        #expect(String(cString: schema.children[0]!.pointee.dictionary.pointee.format) == "u")
        let lengths = try #require(array.children[3]?.pointee.buffers[1])
            .assumingMemoryBound(to: Double.self)
        #expect((0..<links.count).allSatisfy { lengths[$0] == links[$0].lengthKm })
        let ends = try #require(array.children[1]?.pointee.buffers[1])
            .assumingMemoryBound(to: Int32.self)
        #expect((0..<links.count).allSatisfy { ends[$0] == links[$0].b.rawValue })
        // A consumer may move a child out and release it after the whole.
        var moved = try #require(array.children[3]).pointee
        array.children[3]!.pointee.release = nil
        array.release(&array)
        #expect(array.release == nil && moved.release != nil)
        let moved3 = try #require(moved.buffers[1]).assumingMemoryBound(to: Double.self)
        #expect(moved3[0] == links[0].lengthKm)
        moved.release(&moved)
        schema.release(&schema)
        #expect(schema.release == nil && moved.release == nil)
    }

    @Test func statesAndContactsOfNothing() {
        let library = Library(planes: 14, slots: 3)
        defer { library.free() }
        var (schema, array) = (ArrowSchema(), ArrowArray())
        let status = helio_states_to_arrow(
            library.constellation, Library.noon, nil, 0, Int32(HELIO_TEME), &schema, &array)
        #expect(Int(status) == HELIO_OK && array.length == 0 && array.n_children == 9)
        array.release(&array)
        schema.release(&schema)
        var contacts: OpaquePointer?
        helio_contacts_find(library.network, 0, 0, nil, 0, &contacts)
        #expect(Int(helio_contacts_to_arrow(contacts, &schema, &array)) == HELIO_OK)
        #expect(array.length == 0 && array.n_children == 7)
        array.release(&array)
        schema.release(&schema)
        helio_contacts_free(contacts)
    }
}
