import Orbits

extension CSVTable {
    /// Which texts beyond plain decimals are numbers.
    public struct NumberForms: OptionSet, Sendable {
        /// The bits.
        public let rawValue: UInt8

        /// Creates the set from its bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// `nan`, in any letter case.
        public static let nan = NumberForms(rawValue: 1)

        /// `inf` and `-inf`, in any letter case.
        public static let infinity = NumberForms(rawValue: 2)
    }
}

extension CSVTable.NumberForms {
    /// The number of a cell, or `nil` where it is none of these forms.
    func number(_ cell: ArraySlice<UInt8>) -> Double? {
        if let value = ASCII.decimal(cell) { return value }
        switch String(decoding: cell, as: UTF8.self).lowercased() {
        case "nan" where contains(.nan): return .nan
        case "inf" where contains(.infinity), "+inf" where contains(.infinity): return .infinity
        case "-inf" where contains(.infinity): return -.infinity
        default: return nil
        }
    }
}
