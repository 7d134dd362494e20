import CHeliograph
import Contacts

/// `helio_contacts_find()`, as `heliograph.h` describes it.
@c @implementation
public func helio_contacts_find(
    _ network: OpaquePointer?, _ start_s: Double, _ end_s: Double,
    _ stations: UnsafePointer<Int32>?, _ station_count: Int,
    _ contacts: UnsafeMutablePointer<OpaquePointer?>?
) -> helio_status {
    status { () throws(CallFailure) in
        let network = try NetworkObject.of(network)
        let out = try Check.pointer(contacts, "contacts")
        try Check.seconds(start_s)
        guard end_s >= start_s, end_s - start_s <= longestWindowS else {
            throw .argument(
                "end_s", found: end_s,
                expected: "no less than start_s, and 400 days after it at most")
        }
        let given = try Check.array(stations, count: station_count, "stations")
        let count = network.stationNames.count
        for station in given where station < 0 || Int(station) >= count {
            throw .argument(
                "a station", found: station, expected: "a place among the \(count) stations")
        }
        guard Set(given).count == given.count else {
            throw .argument("stations", found: "not distinct", expected: "each station once")
        }
        let finder = ContactFinder(
            network.satellites.constellation, builder: network.builder, epoch: network.epoch)
        let plan = finder.planInPlace(
            over: start_s..<end_s, linking: stations == nil ? nil : given.map { Int($0) })
        ContactsObject(plan, of: network).put(into: out)
    }
}

/// Beyond this a window is taken for a mistake of unit [s].
private let longestWindowS = 400 * 86_400.0

/// `helio_contacts_free()`, as `heliograph.h` describes it.
@c @implementation
public func helio_contacts_free(_ contacts: OpaquePointer?) -> helio_status {
    ContactsObject.free(contacts)
}

/// `helio_contacts_read()`, as `heliograph.h` describes it.
@c @implementation
public func helio_contacts_read(
    _ contacts: OpaquePointer?, _ columns: UnsafePointer<helio_contact_columns>?,
    _ needed: UnsafeMutablePointer<Int>?
) -> helio_status {
    status { () throws(CallFailure) in
        let contacts = try ContactsObject.of(contacts).plan.contacts
        needed?.pointee = contacts.count
        if columns == nil, needed != nil { return }
        let columns = try Check.pointer(columns, "columns").pointee
        try checkSize(columns.size, atLeast: contacts.count)
        for (place, contact) in contacts.enumerated() {
            columns.a?[place] = contact.a.rawValue
            columns.b?[place] = contact.b.rawValue
            columns.kind?[place] = contact.kind.rawValue
            columns.up_s?[place] = contact.upS
            columns.down_s?[place] = contact.downS
            columns.min_km?[place] = contact.minKm
            columns.max_km?[place] = contact.maxKm
        }
    }
}
