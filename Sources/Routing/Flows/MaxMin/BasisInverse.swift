/// The inverse of the working basis of ``SplitFilling``: a dense square matrix with a row for each
/// second route that carries traffic and a column for each full arc.
///
/// The basis W has the arcs as rows and the routes as columns; its element is how often the route uses
/// the arc less how often the key route of the same demand does.
///
/// - Complexity: O(size²) for each change.
struct BasisInverse {
    /// Number of rows, and of columns.
    private(set) var size = 0

    /// Elements in rows of `stride`.
    private var element: [Double] = []
    private var stride = 0

    subscript(row: Int, column: Int) -> Double { element[row * stride + column] }

    /// Adds a multiple of a row to a vector with an element a column.
    func add(row: Int, times factor: Double, to vector: inout [Double]) {
        for column in 0..<size { vector[column] += factor * element[row * stride + column] }
    }

    /// The inverse times a vector with an element an arc.
    func times(_ vector: [Double]) -> [Double] {
        var product = [Double](repeating: 0, count: size)
        element.withUnsafeBufferPointer { element in
            vector.withUnsafeBufferPointer { vector in
                for row in 0..<size {
                    var sum = 0.0
                    for column in 0..<size {
                        sum += element[row * stride + column] * vector[column]
                    }
                    product[row] = sum
                }
            }
        }
        return product
    }

    /// An arc and a route come in.
    ///
    /// - Parameters:
    ///   - product: The inverse times the route's column over the arcs so far.
    ///   - price: Prices of the arcs so far, where the new one has the price 1 and all routes of the
    ///     basis cost what their key route does.
    ///   - pivot: The route's price less that of its key route.
    mutating func extend(product: [Double], price: [Double], pivot: Double) {
        reserve(size + 1)
        for row in 0..<size {
            subtract(price, times: product[row] / pivot, fromRow: row)
            element[row * stride + size] = -product[row] / pivot
        }
        for column in 0..<size { element[size * stride + column] = price[column] / pivot }
        element[size * stride + size] = 1 / pivot
        size += 1
    }

    /// An arc comes in the place of another, whose price in the sense of `extend` is below zero.
    mutating func replaceArc(_ column: Int, price: [Double]) {
        for row in 0..<size {
            let factor = element[row * stride + column] / price[column]
            subtract(price, times: factor, fromRow: row)
            element[row * stride + column] = -factor
        }
    }

    /// A route comes in the place of another.
    ///
    /// - Parameter product: The inverse times the new route's column.
    mutating func replaceRoute(_ row: Int, product: [Double]) {
        let pivot = (0..<size).map { element[row * stride + $0] / product[row] }
        for other in 0..<size where other != row {
            subtract(pivot, times: product[other], fromRow: other)
        }
        for column in 0..<size { element[row * stride + column] = pivot[column] }
    }

    /// A route and an arc go; the last of each takes the place.
    mutating func remove(route row: Int, arc column: Int) {
        let pivot = (0..<size).map { element[row * stride + $0] }
        for other in 0..<size where other != row {
            subtract(
                pivot, times: element[other * stride + column] / pivot[column], fromRow: other)
        }
        size -= 1
        for column in 0...size { element[row * stride + column] = element[size * stride + column] }
        for row in 0..<size { element[row * stride + column] = element[row * stride + size] }
    }

    /// A route changes places with the key route of its demand.
    ///
    /// - Parameters:
    ///   - row: The route that becomes the key route, and now stands for the one before.
    ///   - rows: All routes of the demand in the basis, with this one.
    mutating func exchangeKey(_ row: Int, among rows: [Int]) {
        for column in 0..<size {
            let sum = rows.reduce(0) { $0 + element[$1 * stride + column] }
            element[row * stride + column] = -sum
        }
    }

    /// Inverts a basis anew, against the growth of rounding; leaves the inverse where the basis is
    /// singular within rounding.
    ///
    /// - Parameter basis: Row after row.
    /// - Complexity: O(size³).
    mutating func invert(_ basis: [Double]) {
        let size = size
        var left = basis
        var right = [Double](repeating: 0, count: size * size)
        for row in 0..<size { right[row * size + row] = 1 }
        for step in 0..<size {
            let best = (step..<size).max {
                abs(left[$0 * size + step]) < abs(left[$1 * size + step])
            }
            guard let best, abs(left[best * size + step]) > 1e-11 else { return }
            for column in 0..<size where best != step {
                left.swapAt(best * size + column, step * size + column)
                right.swapAt(best * size + column, step * size + column)
            }
            let pivot = left[step * size + step]
            for column in 0..<size {
                left[step * size + column] /= pivot
                right[step * size + column] /= pivot
            }
            for row in 0..<size where row != step {
                let factor = left[row * size + step]
                guard factor != 0 else { continue }
                Self.subtractRow(step, times: factor, from: row, &left, size)
                Self.subtractRow(step, times: factor, from: row, &right, size)
            }
        }
        for row in 0..<size {
            for column in 0..<size { element[row * stride + column] = right[row * size + column] }
        }
    }

    private static func subtractRow(
        _ row: Int, times factor: Double, from other: Int, _ matrix: inout [Double], _ size: Int
    ) {
        matrix.withUnsafeMutableBufferPointer { matrix in
            for column in 0..<size {
                matrix[other * size + column] -= factor * matrix[row * size + column]
            }
        }
    }

    private mutating func subtract(_ vector: [Double], times factor: Double, fromRow row: Int) {
        guard factor != 0 else { return }
        let (first, size) = (row * stride, size)
        element.withUnsafeMutableBufferPointer { element in
            vector.withUnsafeBufferPointer { vector in
                for column in 0..<size { element[first + column] -= factor * vector[column] }
            }
        }
    }

    private mutating func reserve(_ wanted: Int) {
        guard wanted > stride else { return }
        let wider = max(16, 2 * wanted)
        var grown = [Double](repeating: 0, count: wider * wider)
        for row in 0..<size {
            for column in 0..<size {
                grown[row * wider + column] = element[row * stride + column]
            }
        }
        element = grown
        stride = wider
    }
}
