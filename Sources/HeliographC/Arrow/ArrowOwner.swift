import CHeliograph

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Memory behind the structs of the Arrow C data interface, all of it by malloc, so that release
/// functions need nothing but the struct.
enum ArrowOwner {
    typealias SchemaFiller = (UnsafeMutablePointer<ArrowSchema>) -> Void
    typealias ArrayFiller = (UnsafeMutablePointer<ArrowArray>) -> Void

    /// A copy of values that a release function can free; of no values, memory nevertheless.
    static func copy<Value>(_ values: [Value]) -> UnsafeMutableRawPointer? {
        let bytes = values.count * MemoryLayout<Value>.stride
        let memory = malloc(max(bytes, 8))
        values.withUnsafeBytes { source in
            if let memory, let base = source.baseAddress { memcpy(memory, base, bytes) }
        }
        return memory
    }

    /// Fills in a schema and those below it.
    static func fill(
        _ schema: UnsafeMutablePointer<ArrowSchema>, format: String, name: String,
        isNullable: Bool, children: [SchemaFiller] = [], dictionary: SchemaFiller? = nil
    ) {
        schema.pointee = ArrowSchema(
            format: strdup(format), name: strdup(name), metadata: nil,
            flags: isNullable ? Int64(ARROW_FLAG_NULLABLE) : 0,
            n_children: Int64(children.count), children: structs(children),
            dictionary: dictionary.flatMap { structAlone($0) }, release: releaseSchema,
            private_data: nil)
    }

    /// Fills in an array and those below it. It takes over the buffers.
    static func fill(
        _ array: UnsafeMutablePointer<ArrowArray>, length: Int,
        buffers: [UnsafeMutableRawPointer?], children: [ArrayFiller] = [],
        dictionary: ArrayFiller? = nil
    ) {
        let list = copy(buffers)?.assumingMemoryBound(to: UnsafeRawPointer?.self)
        array.pointee = ArrowArray(
            length: Int64(length), null_count: 0, offset: 0, n_buffers: Int64(buffers.count),
            n_children: Int64(children.count), buffers: list, children: structs(children),
            dictionary: dictionary.flatMap { structAlone($0) }, release: releaseArray,
            private_data: nil)
    }

    private static func structAlone<Struct>(
        _ filler: (UnsafeMutablePointer<Struct>) -> Void
    ) -> UnsafeMutablePointer<Struct>? {
        let one = malloc(MemoryLayout<Struct>.stride)?.assumingMemoryBound(to: Struct.self)
        if let one { filler(one) }
        return one
    }

    private static func structs<Struct>(
        _ fillers: [(UnsafeMutablePointer<Struct>) -> Void]
    ) -> UnsafeMutablePointer<UnsafeMutablePointer<Struct>?>? {
        guard !fillers.isEmpty else { return nil }
        let list = fillers.map { structAlone($0) }
        return copy(list)?.assumingMemoryBound(to: UnsafeMutablePointer<Struct>?.self)
    }

    private static let releaseSchema: @convention(c) (UnsafeMutablePointer<ArrowSchema>?) -> Void =
        {
            guard let schema = $0 else { return }
            for index in 0..<Int(schema.pointee.n_children) {
                guard let child = schema.pointee.children?[index] else { continue }
                // A child that was moved out has no release function any more.
                child.pointee.release?(child)
                free(child)
            }
            free(schema.pointee.children)
            if let dictionary = schema.pointee.dictionary {
                dictionary.pointee.release?(dictionary)
                free(dictionary)
            }
            free(UnsafeMutableRawPointer(mutating: schema.pointee.format))
            free(UnsafeMutableRawPointer(mutating: schema.pointee.name))
            schema.pointee.release = nil
        }

    private static let releaseArray: @convention(c) (UnsafeMutablePointer<ArrowArray>?) -> Void = {
        guard let array = $0 else { return }
        for index in 0..<Int(array.pointee.n_children) {
            guard let child = array.pointee.children?[index] else { continue }
            child.pointee.release?(child)
            free(child)
        }
        free(array.pointee.children)
        if let dictionary = array.pointee.dictionary {
            dictionary.pointee.release?(dictionary)
            free(dictionary)
        }
        for index in 0..<Int(array.pointee.n_buffers) {
            free(UnsafeMutableRawPointer(mutating: array.pointee.buffers?[index]))
        }
        free(array.pointee.buffers)
        array.pointee.release = nil
    }
}
