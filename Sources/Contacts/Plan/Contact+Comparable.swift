extension Contact: Comparable {
    /// Whether a contact comes first in a plan: by ``upS``, then by its nodes.
    public static func < (left: Contact, right: Contact) -> Bool {
        (left.upS, left.a, left.b, left.downS) < (right.upS, right.a, right.b, right.downS)
    }
}
