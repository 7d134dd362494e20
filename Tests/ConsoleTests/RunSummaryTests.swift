import Testing
import TestSupport

@testable import Console

struct RunSummaryTests {
    private static let header =
        "source,destination,great_circle_km,fibre_rtt_ms,instants,reachable,min_rtt_ms,"
        + "median_rtt_ms,mean_rtt_ms,max_rtt_ms,route_changes,min_hops,max_hops\n"

    @Test func tellsOfPairsAtAGlance() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(
            Self.header + "A,B,5000,54.555,10,10,42.004,43,43,44.5,1,5,5\n"
                + "A,C,nan,nan,10,4,50,51,51,52.25,7,5,9\nB,C,1,1,10,0,nan,nan,nan,nan,0,0,0\n",
            to: "summary.csv")
        #expect(
            RunSummary.pairs(path) == [
                "A – B: RTT 42.00 to 44.50 ms, median 43.00, fibre 54.56; 1 route change",
                "A – C: RTT 50.00 to 52.25 ms, median 51.00; 7 route changes; reachable at 4 of "
                    + "10 instants",
                "B – C: never reachable",
            ])
    }

    @Test func staysShort() throws {
        let folder = try TemporaryFolder()
        let row = "A,B,5000,50,10,10,42,43,43,44.5,1,5,5\n"
        let path = try folder.write(
            Self.header + String(repeating: row, count: 100), to: "summary.csv")
        let lines = RunSummary.pairs(path)
        #expect(lines.count == 7 && lines.last == "and 94 more in summary.csv")
    }

    @Test func `other tables say what was found`() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            unmet,demand_gbps,carried_gbps,max_utilisation
            0,100.0,100.0,0.273
            2,100.0,98.5,1.0

            """, to: "flow_summary.csv")
        try folder.write(
            "against,crossover_km,pairs\nfibre,343.55,780\ncables,nan,3\n", to: "crossover.csv")
        try folder.write(
            "method,utilisation\ndiloco,0.951\ndata-parallel,0.06\ndiloco,0.7\n",
            to: "training.csv")
        try folder.write(
            "offsets,gain_percent\nplus-grid,0.0\n0:1 1:-2,44.3\n0:1 1:5,nan\n", to: "motifs.csv")
        try folder.write("compute\norbit\n", to: "inference.csv")
        let tables: Set = [
            "flow_summary.csv", "crossover.csv", "training.csv", "motifs.csv", "inference.csv",
        ]
        #expect(
            RunHeadlines.lines(in: folder.url.path, tables: tables) == [
                "carried 98.5 to 100 of 100 Gbps; the fullest link at 27.3 to 100 %; "
                    + "up to 2 demands unmet",
                "against fibre: the mesh wins from 344 km on (780 pairs)",
                "against cables: no distance from which on the mesh wins",
                "diloco: computes 70 to 95.1 % of the time",
                "data-parallel: computes 6 % of the time",
                "the best of 3 motifs is 0:1 1:-2: 44.3 % over +Grid",
            ])
        #expect(RunHeadlines.lines(in: folder.url.path, tables: ["training.csv"]).count == 2)
    }
}
