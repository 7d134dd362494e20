import DataCenters
import Testing

@Suite struct AlphaBetaTests {
    private let link = AlphaBeta(latencyS: 0.03, gbps: 100)

    /// The closed forms as Thakur, Rabenseifner and Gropp write them, for powers of two.
    @Test(arguments: [2, 4, 8, 16, 64], [0.0, 1e6, 4e10])
    func `closed forms`(sites: Int, bytes: Double) {
        let (a, b, p) = (0.03, 8e-11, Double(sites))
        var log2 = 0.0
        while 1 << Int(log2) < sites { log2 += 1 }
        func check(_ collective: Collective, _ algorithm: CollectiveAlgorithm, _ expected: Double) {
            let seconds = link.seconds(collective, by: algorithm, bytes: bytes, sites: sites)
            #expect(abs((seconds ?? .nan) - expected) <= 1e-9 * expected)
        }
        check(.allReduce, .ring, 2 * (p - 1) * a + 2 * (p - 1) / p * bytes * b)
        check(.reduceScatter, .ring, (p - 1) * a + (p - 1) / p * bytes * b)
        check(.allGather, .ring, (p - 1) * a + (p - 1) / p * bytes * b)
        check(.allReduce, .recursiveDoubling, log2 * (a + bytes * b))
        check(.allReduce, .halvingDoubling, 2 * log2 * a + 2 * (p - 1) / p * bytes * b)
        check(.broadcast, .tree, log2 * (a + bytes * b))
        check(.reduce, .tree, log2 * (a + bytes * b))
        check(.allReduce, .tree, 2 * log2 * (a + bytes * b))
        check(.allToAll, .pairwise, (p - 1) * a + (p - 1) / p * bytes * b)
    }

    /// Bus bandwidth over algorithm bandwidth, by the documentation of nccl-tests: 2(n-1)/n for
    /// all-reduce, (n-1)/n for reduce-scatter, all-gather and all-to-all.
    @Test(arguments: [2, 3, 5, 8, 24]) func `bytes that a site sends`(sites: Int) {
        let part = Double(sites - 1) / Double(sites)
        func sent(_ algorithm: CollectiveAlgorithm, _ collective: Collective) -> Double {
            algorithm.steps(of: collective, sites: sites)?.reduce(0, +) ?? .nan
        }
        #expect(abs(sent(.ring, .allReduce) - 2 * part) < 1e-12)
        #expect(abs(sent(.ring, .reduceScatter) - part) < 1e-12)
        #expect(abs(sent(.ring, .allGather) - part) < 1e-12)
        #expect(abs(sent(.pairwise, .allToAll) - part) < 1e-12)
    }

    @Test func `one site, and sites that are no power of two`() {
        for collective in Collective.allCases {
            for algorithm in CollectiveAlgorithm.allCases {
                guard let steps = algorithm.steps(of: collective, sites: 1) else { continue }
                #expect(steps.isEmpty)
            }
        }
        #expect(CollectiveAlgorithm.recursiveDoubling.steps(of: .allReduce, sites: 5)?.count == 4)
        #expect(CollectiveAlgorithm.tree.steps(of: .broadcast, sites: 5)?.count == 3)
        #expect(CollectiveAlgorithm.ring.steps(of: .broadcast, sites: 4) == nil)
    }
}
