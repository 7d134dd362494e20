/// Linear fits with the least sum of absolute errors, which outliers hardly move.
///
/// - Note: By least squares with the weights of the last round's errors: E. J. Schlossmacher, Journal
///   of the American Statistical Association 68 (1973) 857, DOI 10.1080/01621459.1973.10481436.
enum LeastAbsoluteDeviations {
    /// The coefficients of a fit of rows to values, none below its bound.
    ///
    /// A coefficient that comes out below its bound is held there, the worst one first, and the others
    /// are fitted again.
    ///
    /// - Complexity: O(coefficients · rounds · rows · coefficients²).
    static func fit(
        rows: [[Double]], values: [Double], atLeast bounds: [Double]
    ) -> [Double] {
        var held = [Bool](repeating: false, count: bounds.count)
        while true {
            let free = bounds.indices.filter { !held[$0] }
            let rest = zip(rows, values).map { row, value in
                value - bounds.indices.reduce(0) { held[$1] ? $0 + row[$1] * bounds[$1] : $0 }
            }
            let found = unbounded(rows: rows.map { row in free.map { row[$0] } }, values: rest)
            var result = bounds
            for (place, column) in free.enumerated() { result[column] = found[place] }
            let below = free.filter { result[$0] < bounds[$0] }
            guard
                let worst = below.max(by: {
                    bounds[$0] - result[$0] < bounds[$1] - result[$1]
                })
            else { return result }
            held[worst] = true
        }
    }

    private static func unbounded(rows: [[Double]], values: [Double]) -> [Double] {
        let count = rows.first?.count ?? 0
        var weights = [Double](repeating: 1, count: rows.count)
        var solution = [Double](repeating: 0, count: count)
        for _ in 0..<200 {
            let next = weighted(rows: rows, values: values, weights: weights, count: count)
            let change = zip(next, solution).map { abs($0 - $1) }.max() ?? 0
            solution = next
            if change < 1e-10 { break }
            for (place, row) in rows.enumerated() {
                let error = values[place] - zip(row, solution).reduce(0) { $0 + $1.0 * $1.1 }
                weights[place] = 1 / max(abs(error), 1e-6)
            }
        }
        return solution
    }

    /// Weighted least squares by the normal equations, with a column of zeros given zero.
    private static func weighted(
        rows: [[Double]], values: [Double], weights: [Double], count: Int
    ) -> [Double] {
        var matrix = [[Double]](
            repeating: [Double](repeating: 0, count: count + 1), count: count)
        for (place, row) in rows.enumerated() {
            for i in 0..<count {
                let left = weights[place] * row[i]
                for j in 0..<count { matrix[i][j] += left * row[j] }
                matrix[i][count] += left * values[place]
            }
        }
        for pivot in 0..<count {
            guard
                let best = (pivot..<count).max(by: {
                    abs(matrix[$0][pivot]) < abs(matrix[$1][pivot])
                }), matrix[best][pivot] != 0
            else { continue }
            matrix.swapAt(pivot, best)
            for row in 0..<count where row != pivot {
                let factor = matrix[row][pivot] / matrix[pivot][pivot]
                guard factor != 0 else { continue }
                for column in pivot...count {
                    matrix[row][column] -= factor * matrix[pivot][column]
                }
            }
        }
        return (0..<count).map { matrix[$0][$0] == 0 ? 0 : matrix[$0][count] / matrix[$0][$0] }
    }
}
