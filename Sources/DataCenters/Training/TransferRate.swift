/// Bytes, time and rate of a transfer.
public enum TransferRate {
    /// The rate that moves so many bytes in so long [Mbit/s].
    public static func mbps(bytes: Double, seconds: Double) -> Double {
        precondition(bytes >= 0 && seconds > 0)
        return bytes * 8 / seconds / 1e6
    }

    /// The time that so many bytes take [s].
    public static func seconds(bytes: Double, mbps: Double) -> Double {
        precondition(bytes >= 0 && mbps > 0)
        return bytes * 8 / (mbps * 1e6)
    }
}
