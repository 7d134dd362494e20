/// Whether +Grid joins the last plane of a shell with its first.
public enum Seam: String, Sendable, CaseIterable {
    /// Joined where the planes go all the way round; open in a star, whose two sides fly in
    /// opposite directions there.
    case automatic

    /// Always joined.
    case linked

    /// Never joined.
    case open

    func isLinked(in shell: ShellLayout) -> Bool {
        switch self {
        case .automatic: shell.isFullCircle
        case .linked: true
        case .open: false
        }
    }
}
