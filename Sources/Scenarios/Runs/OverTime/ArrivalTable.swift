import Contacts
import LaserMesh
import Results
import Routing

/// The earliest arrivals of parcels, one of each pair that is ready at each instant: `arrivals.csv`.
enum ArrivalTable {
    /// The columns of the table.
    static let columns = [
        "time_s", "source", "destination", "arrive_s", "delay_ms", "waiting_ms", "hops", "nodes",
        "reason",
    ]

    static func write(
        _ keys: ParcelKeys, of experiment: Experiment, pairs: [NodePair],
        into folder: ResultFolder, _ control: RunControl
    ) async throws {
        let table = try folder.table("arrivals.csv", columns: columns)
        let window = experiment.window
        let plan = await ContactFinder(
            experiment.constellation, builder: experiment.builder, epoch: experiment.epoch
        ).plan(
            over: window.seconds(at: 0)..<window.endS, linking: experiment.stations(of: pairs),
            threads: control.threads)
        let capacity = experiment.scenario.capacity
        let rules = experiment.scenario.routing
        let query = EarliestArrival(
            plan, ratesBitPerS: plan.contacts.map { 1e9 * capacity.gbps(of: $0.kind) },
            delay: .moving(InFlight(experiment.movingMesh, rules: rules)),
            hopDelayS: rules.hopDelayS, allowsGroundRelay: rules.allowsGroundRelay)
        let pipeline = BlockPipeline(threads: control.threads, blockSize: 1)
        try await pipeline.run(count: window.count) { instants in
            var rows = RowBuffer()
            for instant in instants {
                let ready = window.seconds(at: instant)
                for pair in pairs {
                    experiment.begin(&rows, pair, rank: nil, at: ready)
                    append(
                        Parcel(
                            from: pair.source, to: pair.destination, readyS: ready,
                            sizeBits: 1e6 * keys.sizeMbit, expiryS: ready + keys.expiryS),
                        query, experiment, to: &rows)
                }
            }
            return rows
        } take: { rows, _ in
            try table.append(rows)
        }
    }

    private static func append(
        _ parcel: Parcel, _ query: EarliestArrival, _ experiment: Experiment,
        to rows: inout RowBuffer
    ) {
        do throws(NoArrival) {
            let route = try query.route(of: parcel)
            var waiting = 0.0
            var time = parcel.readyS
            for hop in route.hops {
                waiting += hop.sendS - time
                time = hop.arriveS
            }
            let nodes = route.nodes.map { NodeLabel.text(experiment.name(of: $0)) }
            rows.row(
                route.arriveS, 1_000 * (route.arriveS - parcel.readyS), 1_000 * waiting,
                route.hops.count, nodes.joined(separator: " "), String?.none)
        } catch {
            rows.row(
                Double.nan, Double.nan, Double.nan, 0, String?.none,
                error.text(name: experiment.name(of:)))
        }
    }
}
