extension SeriesFigure {
    /// Starts a figure with a line a pair.
    init(name: String, title: String, columns: String, of all: [PairSeries]) {
        self.init(
            name: name, title: title, columns: columns,
            noun: all.contains { $0.rank != nil } ? "routes" : "pairs",
            of: all.map {
                Label(title: $0.title, remark: $0.isEverReached ? "" : " (never reachable)")
            })
    }
}
