internal import CGSL

/// A reproducible stream of random numbers, one of many that belong to the same seed.
///
/// The Mersenne twister MT19937, seeded by its authors' `init_by_array` with the four 32-bit words
///
/// ```
/// seed mod 2³², seed div 2³², stream mod 2³², stream div 2³²
/// ```
///
/// so that a stream is a function of the pair (seed, stream) and of nothing else, least of all of
/// what other streams have drawn. Give each scenario, repetition or thread its own stream index:
/// the numbers do not depend on who draws first. Streams are points far apart by chance on a cycle of
/// 2¹⁹⁹³⁷ − 1 states, so long that no two of them meet.
///
/// A stream is an object: two variables may share it, and it belongs to one task at a time.
///
/// - Note: M. Matsumoto, T. Nishimura, "Mersenne twister", ACM Transactions on Modeling and Computer
///   Simulation 8 (1998) 3, DOI 10.1145/272991.272995, with the initialisation of 2002;
///   `gsl_rng_mt19937`.
public final class RandomStream: RandomNumberGenerator {
    /// The seed, common to all streams of an experiment.
    public let seed: UInt64

    /// The index of this stream.
    public let stream: UInt64

    private let generator: RandomGenerator

    /// Opens a stream at its beginning.
    ///
    /// - Parameters:
    ///   - seed: The seed of the experiment; any number.
    ///   - stream: The index of the stream; any number.
    /// - Throws: ``GSLError/outOfMemory``, or ``GSLError/library(code:reason:)`` if this build of
    ///   GSL keeps the generator's state in another form.
    public init(seed: UInt64, stream: UInt64 = 0) throws(GSLError) {
        self.seed = seed
        self.stream = stream
        generator = try RandomGenerator(
            key: [
                UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32),
                UInt32(truncatingIfNeeded: stream), UInt32(truncatingIfNeeded: stream >> 32),
            ])
    }

    /// The next 64 random bits: two words of the generator, the first in the upper half.
    public func next() -> UInt64 {
        let upper = UInt64(gsl_rng_get(generator.handle))
        return upper << 32 | UInt64(gsl_rng_get(generator.handle))
    }

    /// A number spread evenly over 0..<1, a multiple of 2⁻⁵³.
    public func uniform() -> Double {
        let upper = gsl_rng_get(generator.handle) >> 5
        let lower = gsl_rng_get(generator.handle) >> 6
        return (Double(upper) * 0x1p26 + Double(lower)) * 0x1p-53
    }

    /// A number spread evenly over a range, its upper end excluded.
    ///
    /// - Parameter range: Finite bounds.
    public func uniform(in range: Range<Double>) -> Double {
        precondition(range.lowerBound.isFinite && range.upperBound.isFinite)
        let width = range.upperBound - range.lowerBound
        // The sum can round up to the bound that is excluded.
        return min(range.lowerBound + width * uniform(), range.upperBound.nextDown)
    }

    /// A number of the normal distribution, by the ziggurat method.
    ///
    /// - Parameters:
    ///   - mean: Its mean.
    ///   - standardDeviation: Its standard deviation, ≥ 0.
    /// - Note: G. Marsaglia, W. W. Tsang, "The ziggurat method for generating random variables",
    ///   Journal of Statistical Software 5 (2000) 8, DOI 10.18637/jss.v005.i08.
    public func gaussian(mean: Double = 0, standardDeviation: Double = 1) -> Double {
        precondition(standardDeviation >= 0, "a standard deviation is not negative")
        return mean + gsl_ran_gaussian_ziggurat(generator.handle, standardDeviation)
    }

    /// A number of the exponential distribution: the wait for an event that comes at random.
    ///
    /// - Parameter mean: Its mean, > 0.
    public func exponential(mean: Double) -> Double {
        precondition(mean > 0, "a mean wait is positive")
        return gsl_ran_exponential(generator.handle, mean)
    }

    /// A whole number in 0..<bound, each equally likely.
    ///
    /// The remainder of ``next()``, which is drawn again while it is below 2⁶⁴ mod bound: the values
    /// left are a multiple of the bound in number, so that no remainder is favoured.
    ///
    /// - Parameter bound: The number of possible results, > 0.
    public func integer(below bound: Int) -> Int {
        precondition(bound > 0, "a bound is positive")
        let bound = UInt64(bound)
        // 2⁶⁴ mod bound, in 64 bits.
        let excess = (0 &- bound) % bound
        while true {
            let bits = next()
            if bits >= excess { return Int(bits % bound) }
        }
    }

    /// The elements in random order, each order equally likely.
    ///
    /// Fisher and Yates, from the last element down. The standard library's `shuffled(using:)` works
    /// too, but may give another order with another version of Swift.
    ///
    /// - Complexity: O(n).
    public func shuffled<Element>(_ elements: some Sequence<Element>) -> [Element] {
        var result = Array(elements)
        for last in stride(from: result.count - 1, to: 0, by: -1) {
            result.swapAt(last, integer(below: last + 1))
        }
        return result
    }
}
