import Results

/// What Linux tells of memory, in `/proc` and in the control groups of a process.
struct SystemMemory {
    /// The folder in which `proc` and `sys` stand, without a slash at the end: empty for the root.
    var root = ""

    /// Memory that this process may still take [bytes]: the least of what the machine has and what each
    /// of its control groups leaves; `nil` where neither is told.
    var availableBytes: Int? {
        let machine = kilobytes("MemAvailable:", in: "/proc/meminfo")
        return ([machine] + groups.map(left)).compactMap { $0 }.min()
    }

    /// A figure of this process by its name in `/proc/self/status` [bytes].
    func processBytes(_ name: String) -> Int? { kilobytes(name, in: "/proc/self/status") }

    /// Memory that a control group leaves; `nil` for one without a limit.
    ///
    /// What it holds of files that are not in use is given back when memory is wanted.
    private func left(of group: Group) -> Int? {
        guard let limit = number(group.folder + group.limit),
            let usage = number(group.folder + group.usage)
        else { return nil }
        let files = words(group.folder + "/memory.stat").first { $0.first == group.inactive }
            .flatMap { $0.count == 2 ? Int($0[1]) : nil }
        return max(0, limit - max(0, usage - (files ?? 0)))
    }

    /// A control group, and the names of its figures.
    private struct Group {
        let folder: String
        let limit: String
        let usage: String
        let inactive: Substring

        /// The unified hierarchy of version 2.
        static func unified(_ path: String) -> Group {
            Group(
                folder: "/sys/fs/cgroup" + path, limit: "/memory.max", usage: "/memory.current",
                inactive: "inactive_file")
        }

        /// The hierarchy of memory of version 1.
        static func memory(_ path: String) -> Group {
            Group(
                folder: "/sys/fs/cgroup/memory" + path, limit: "/memory.limit_in_bytes",
                usage: "/memory.usage_in_bytes", inactive: "total_inactive_file")
        }
    }

    /// The control groups of this process and those around them, whose limits hold as well.
    private var groups: [Group] {
        guard let bytes = try? InputFile.bytes(of: root + "/proc/self/cgroup") else { return [] }
        var groups: [Group] = []
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3 else { continue }
            let make: (String) -> Group
            if parts[1].isEmpty {
                make = Group.unified
            } else if parts[1].split(separator: ",").contains("memory") {
                make = Group.memory
            } else {
                continue
            }
            var path = parts[2].split(separator: "/")
            groups.append(make(""))
            while !path.isEmpty {
                groups.append(make("/" + path.joined(separator: "/")))
                path.removeLast()
            }
        }
        return groups
    }

    /// The number that a file holds; `nil` for a word such as `max`.
    private func number(_ path: String) -> Int? { words(path).first?.first.flatMap { Int($0) } }

    private func kilobytes(_ name: String, in path: String) -> Int? {
        words(path).first { $0.first.map(String.init) == name }
            .flatMap { $0.count >= 2 ? Int($0[1]) : nil }
            .flatMap { $0 <= Int.max / 1024 ? $0 * 1024 : nil }
    }

    /// The words of each line of a file; none where it is missing.
    private func words(_ path: String) -> [[Substring]] {
        guard let bytes = try? InputFile.bytes(of: root + path) else { return [] }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map {
            $0.split(whereSeparator: \.isWhitespace)
        }
    }
}
