/// Constants of nature that are exact by definition.
public enum Physics {
    /// Speed of light in vacuum [km/s], exact.
    public static let speedOfLightKmPerS = 299_792.458
}
