import Contacts

/// What the handle of contacts names.
final class ContactsObject: HandleObject {
    static let kind: StaticString = "set of contacts"

    let network: NetworkObject
    let plan: ContactPlan

    init(_ plan: ContactPlan, of network: NetworkObject) {
        self.plan = plan
        self.network = network
    }
}
