import CHeliograph

/// An object that a handle of C names.
protocol HandleObject: AnyObject, Sendable {
    /// What messages call it.
    static var kind: StaticString { get }
}

extension HandleObject {
    /// The object of a handle.
    @inline(__always)
    static func of(_ handle: OpaquePointer?) throws(CallFailure) -> Self {
        guard let handle else { throw .null(kind) }
        guard let object = HandleTable.shared.object(handle, as: Self.self) else {
            throw .badHandle(kind)
        }
        return object
    }

    /// Gives up the object of a handle.
    static func free(_ handle: OpaquePointer?) -> helio_status {
        status { () throws(CallFailure) in
            guard let handle else { return }
            guard HandleTable.shared.remove(handle, as: Self.self) else { throw .badHandle(kind) }
        }
    }

    /// Makes a handle for the object.
    func put(into out: UnsafeMutablePointer<OpaquePointer?>) {
        out.pointee = HandleTable.shared.insert(self)
    }
}
