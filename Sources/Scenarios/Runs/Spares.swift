import Synchronization

/// Memory whose contents are written, for the next blocks to fill: fresh memory costs more than what
/// is put into it.
final class Spares<Item: Sendable>: Sendable {
    private let items = Mutex<[Item]>([])
    private let make: @Sendable () -> Item

    /// Creates an empty store.
    ///
    /// - Parameter make: Makes an item where there is none to spare.
    init(_ make: @escaping @Sendable () -> Item) { self.make = make }

    /// An item to fill, with whatever it held.
    func take() -> Item { items.withLock { $0.popLast() } ?? make() }

    /// Gives an item back.
    func put(_ item: Item) { items.withLock { $0.append(item) } }
}
