import Contacts
import DataCenters
import LaserMesh
import Results

/// The shipments of a scenario: `shipping.csv`, `shipping_links.csv` and `shipping_progress.csv`.
enum ShippingTables {
    static func write(
        _ keys: ShippingKeys, _ study: DataCenterStudy, into folder: ResultFolder,
        _ shortfalls: inout Shortfalls, _ control: RunControl
    ) async throws {
        let experiment = study.experiment
        let window = experiment.windowS
        let finder = try experiment.contactFinder
        let nodes = experiment.nodesByName
        let shipments = try keys.orders.map { try shipment($0, nodes, experiment) }
        // Contacts after the last deadline carry nothing.
        let end = shipments.map(\.deadlineS).max() ?? window.upperBound
        let contacts = await finder.plan(
            over: window.lowerBound..<end, threads: control.threads
        ) { _ in }
        let table = try folder.table(
            "shipping.csv",
            columns: [
                "source", "destination", "bytes", "start_s", "deadline_s", "delivered_bytes",
                "delivered_share", "complete_s", "greatest_held_bytes",
            ])
        let links = try folder.table(
            "shipping_links.csv",
            columns: [
                "source", "destination", "from", "to", "kind", "bytes", "first_s", "last_s",
            ])
        let progress = try folder.table(
            "shipping_progress.csv",
            columns: ["source", "destination", "time_s", "delivered_bytes"])
        for (order, shipment) in zip(keys.orders, shipments) {
            let plan = ShippingPlan(
                shipment, over: contacts, slotS: stepS(of: experiment),
                capacities: experiment.scenario.capacity,
                storageBytes: keys.satelliteStorageTB * 1e12)
            let share = plan.deliveredBytes / shipment.bytes
            try table.row(
                order.source, order.destination, shipment.bytes, shipment.startS,
                shipment.deadlineS, plan.deliveredBytes, share, plan.completeS ?? .nan,
                plan.greatestHeldBytes)
            var rows = RowBuffer()
            for load in plan.loads {
                rows.row(
                    order.source, order.destination, experiment.name(of: NodeID(load.from)),
                    experiment.name(of: NodeID(load.to)), load.kind.description, load.bytes,
                    load.firstS, load.lastS)
            }
            try links.append(rows)
            rows.removeAll()
            for (end, bytes) in plan.deliveredByS {
                rows.row(order.source, order.destination, end, bytes)
            }
            try progress.append(rows)
            if plan.completeS == nil {
                let seen = plan.deliveredBytes > 0
                shortfalls.add(
                    "shipping", "\(order.source) to \(order.destination)", atS: shipment.deadlineS,
                    share: share,
                    seen
                        ? "the deadline comes before all bytes do"
                        : "no bytes come by the deadline: the contacts join the two at no time")
            }
        }
    }

    /// The step of the window, which is that of the slots [s].
    private static func stepS(of experiment: Experiment) -> Double {
        let window = experiment.window
        return window.seconds(at: 1) - window.seconds(at: 0)
    }

    private static func shipment(
        _ order: ShippingKeys.Order, _ nodes: [String: NodeID], _ experiment: Experiment
    ) throws(ScenarioError) -> Shipment {
        let source = try experiment.node(order.source, among: nodes, at: order.place)
        let destination = try experiment.node(order.destination, among: nodes, at: order.place)
        let window = experiment.windowS
        let start = order.startS ?? window.lowerBound
        let deadline = order.deadlineS ?? window.upperBound
        guard source != destination else {
            throw .wrongValue(
                place: order.place, found: "'\(order.source)' twice",
                expected: "two different nodes")
        }
        guard start >= window.lowerBound, start < deadline, deadline <= window.upperBound else {
            throw .wrongValue(
                place: order.place, found: "bytes from \(start) to \(deadline) s",
                expected:
                    "a start before the deadline, both in the window from \(window.lowerBound) to "
                    + "\(window.upperBound) s")
        }
        return Shipment(
            from: source.index, to: destination.index, bytes: order.bytes, startS: start,
            deadlineS: deadline)
    }
}
