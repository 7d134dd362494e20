import Synchronization

/// The objects that handles of C name.
///
/// A handle is no address but a number: the place of the object in the table, and how often the place
/// was used. Nothing is ever read through it, so that any number at all can be given as one: a handle
/// that is stale, or was made up, names nothing. The mark in its upper half keeps it apart from the
/// addresses of a process.
final class HandleTable: Sendable {
    /// The table of the process.
    static let shared = HandleTable()

    private struct Place {
        var object: (any AnyObject & Sendable)?
        var round: UInt32
    }

    private struct Places {
        var all: [Place] = []
        var free: [UInt32] = []
    }

    private let places = Mutex(Places())

    /// Begins the mark of handles; a round of a place adds to it.
    private static let mark: UInt32 = 0x4845_0000

    /// The rounds of a place, after which it is not used again.
    private static let lastRound: UInt32 = 0xffff

    /// Puts in an object; gives its handle.
    func insert(_ object: some AnyObject & Sendable) -> OpaquePointer? {
        let (index, round) = places.withLock { places -> (UInt32, UInt32) in
            if let index = places.free.popLast() {
                places.all[Int(index)].object = object
                return (index, places.all[Int(index)].round)
            }
            places.all.append(Place(object: object, round: 0))
            return (UInt32(places.all.count - 1), 0)
        }
        let bits = UInt64(Self.mark + round) << 32 | UInt64(index) << 3
        return OpaquePointer(bitPattern: UInt(bits))
    }

    /// The object of a handle, if it is of the kind asked for.
    @inline(__always)
    func object<Object: AnyObject>(_ handle: OpaquePointer, as kind: Object.Type) -> Object? {
        let found = places.withLock { places in
            Self.index(of: handle, places).flatMap { places.all[$0].object }
        }
        return found as? Object
    }

    /// Takes an object out, if it is of the kind asked for; says whether it was there.
    func remove<Object: AnyObject>(_ handle: OpaquePointer, as kind: Object.Type) -> Bool {
        // The object itself is given up outside of the lock, which its end must not hold.
        let taken = places.withLock { places -> (any AnyObject & Sendable)? in
            guard let index = Self.index(of: handle, places),
                let object = places.all[index].object, object is Object
            else { return nil }
            places.all[index].object = nil
            if places.all[index].round < Self.lastRound {
                places.all[index].round += 1
                places.free.append(UInt32(index))
            }
            return object
        }
        return taken != nil
    }

    @inline(__always)
    private static func index(of handle: OpaquePointer, _ places: Places) -> Int? {
        let bits = UInt64(UInt(bitPattern: handle))
        let round = UInt32(bits >> 32) &- mark
        let place = UInt32(truncatingIfNeeded: bits)
        let index = Int(place >> 3)
        guard place & 7 == 0, index < places.all.count, places.all[index].round == round else {
            return nil
        }
        return index
    }
}
