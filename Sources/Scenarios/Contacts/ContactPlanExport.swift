import Contacts
import LaserMesh
import Orbits

/// Contact plans in the forms of other programs for delay-tolerant networking.
///
/// All of them want directed contacts: each of ours stands once in either direction. Times count from
/// the scenario's epoch, the delay is that of the greatest length in the contact, and rates are the
/// same for all links.
public enum ContactPlanExport: String, Sendable, CaseIterable {
    /// Commands of ionadmin (ION-DTN, `ionrc`): `a contact` and `a range`.
    ///
    /// ION counts in whole seconds: contacts are cut to those that they hold whole, those that hold
    /// none are left out, and the range is rounded to light seconds. Nodes are counted from 1; their
    /// names stand in comments.
    case ion

    /// JSON of tvg-util (`PredictedContact_v2`).
    case tvgUtil = "tvg-util"

    /// The native form of A-SABR: `node` and `contact` lines, volumes under the manager `evl`.
    ///
    /// Nodes are counted from 0, and no more than 65,536 of them can be.
    case aSABR = "a-sabr"

    /// The name of the file.
    public var fileName: String {
        switch self {
        case .ion: "contacts.ionrc"
        case .tvgUtil: "contacts.tvg.json"
        case .aSABR: "contacts.a-sabr"
        }
    }

    /// The plan as a text of this form.
    ///
    /// - Parameters:
    ///   - plan: The contacts.
    ///   - names: The names of the nodes; blanks become underscores.
    ///   - rateMbps: The data rate of every link [Mbit/s].
    /// - Throws: ``ContactPlanExportError`` for a plan that the form cannot hold.
    /// - Complexity: O(contacts + nodes).
    public func text(
        of plan: ContactPlan, names: [String], rateMbps: Double
    ) throws(ContactPlanExportError) -> String {
        let labels = names.map(NodeLabel.text)
        switch self {
        case .ion: return ion(plan, labels, rateMbps * 1e6 / 8)
        case .tvgUtil: return tvgUtil(plan, labels, rateMbps * 1e6)
        case .aSABR:
            guard labels.count <= 65_536 else {
                throw .tooManyNodes(count: labels.count, greatest: 65_536, form: rawValue)
            }
            return aSABR(plan, labels, rateMbps * 1e6 / 8)
        }
    }

    private func delayS(_ contact: Contact) -> Double {
        contact.maxKm / Physics.speedOfLightKmPerS
    }

    private func ion(_ plan: ContactPlan, _ names: [String], _ bytesPerS: Double) -> String {
        var text = "# ION contact plan: times in s after the reference, rates in byte/s\n"
        for (node, name) in names.enumerated() { text += "# \(node + 1) \(name)\n" }
        let rate = whole(bytesPerS)
        for contact in plan.contacts {
            let (begin, end) = (contact.upS.rounded(.up), contact.downS.rounded(.down))
            guard begin >= 0, begin < end else { continue }
            let (a, b) = (contact.a.index + 1, contact.b.index + 1)
            let span = "+\(whole(begin)) +\(whole(end))"
            text += "a contact \(span) \(a) \(b) \(rate)\n"
            text += "a contact \(span) \(b) \(a) \(rate)\n"
            // A range from the smaller number to the larger one counts both ways.
            text += "a range \(span) \(a) \(b) \(whole(delayS(contact)))\n"
        }
        return text
    }

    private func tvgUtil(_ plan: ContactPlan, _ names: [String], _ bitsPerS: Double) -> String {
        let quoted = names.map(Self.quoted)
        var text = "{\"vertices\":{"
        text += quoted.map { "\($0):{}" }.joined(separator: ",")
        text += "},\"edges\":["
        var edges: [String] = []
        for node in names.indices {
            var rows: [NodeID: [String]] = [:]
            for place in plan.contacts(of: NodeID(node)) {
                let contact = plan.contacts[place]
                let peer = contact.peer(of: NodeID(node))
                let span = "\(contact.upS),\(contact.downS)"
                rows[peer, default: []].append(
                    "[\(quoted[node]),\(quoted[peer.index]),\(span),"
                        + "[[0.0,1.0,[[\(contact.upS),\(bitsPerS),\(delayS(contact))]]]]]")
            }
            for peer in rows.keys.sorted() {
                let list = (rows[peer] ?? []).joined(separator: ",")
                edges.append(
                    "{\"vertices\":[\(quoted[node]),\(quoted[peer.index])],"
                        + "\"contacts\":[\(list)]}")
            }
        }
        text += edges.joined(separator: ",\n")
        return text + "],\"contact_type\":\"PredictedContact_v2\"}\n"
    }

    private func aSABR(_ plan: ContactPlan, _ names: [String], _ bytesPerS: Double) -> String {
        var text = "# contact <from> <to> <start s> <end s> evl <rate byte/s> <delay s>\n"
        for (node, name) in names.enumerated() { text += "node \(node) \(name)\n" }
        for contact in plan.contacts {
            let tail = "\(contact.upS) \(contact.downS) evl \(bytesPerS) \(delayS(contact))\n"
            text += "contact \(contact.a.rawValue) \(contact.b.rawValue) " + tail
            text += "contact \(contact.b.rawValue) \(contact.a.rawValue) " + tail
        }
        return text
    }

    private func whole(_ value: Double) -> String {
        String(Int(max(0, min(value, 9e15)).rounded()))
    }

    /// A JSON string.
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\0"..<" ":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
