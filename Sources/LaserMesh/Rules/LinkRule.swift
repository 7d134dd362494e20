/// A rule that holds a link up or down, by name.
///
/// Every rule has a margin: a number in the rule's unit that is zero or more while the rule holds and
/// below zero while it does not. A link may be exactly when the margins of all its rules are zero or
/// more. Margins are continuous in time where the rule's cause is, so that the instants at which links
/// rise and set are roots of margins.
///
/// To add a rule:
///
/// 1. add a case here, with its word, unit and sentences;
/// 2. name it in ``LaserRules/rules`` or ``GroundRules/rules`` where it is in force;
/// 3. compute its margin in `margin(of:...)` there. Where it looks at a satellite's attitude, use
///    ``LinkEnd/velocityKmPerS`` and give NaN when that is `nil`; where it looks at the clock, use
///    ``LinkState/seconds`` or the `seconds` that ground rules are handed;
/// 4. let the mesh builders ask it, and test that they agree with the sign of the margin.
///
/// Rules whose second derivative is bounded are found exactly by `ContactFinder`; those that are not
/// (``hasBoundedCurvature``) are sampled.
public enum LinkRule: UInt8, Sendable, CaseIterable, CustomStringConvertible {
    /// A laser is no longer than its greatest range [km].
    case range

    /// A laser's line stays above the grazing altitude [km].
    case grazing

    /// A terminal of each end can point at the other one [rad].
    case fieldOfRegard

    /// A satellite stands above the least elevation of a station [rad].
    case elevation

    /// A radio link is no longer than its cap [km].
    case slantRange

    /// A satellite stands above the skyline of a station [rad].
    case mask

    /// A satellite is far enough from the geostationary arc, as a station sees it [rad].
    case geostationaryArc

    /// The topology points two lasers at each other; +1 when it does, −1 when it does not.
    case topology

    /// Neither the link nor one of its ends is out of order; +1 when so, −1 when not.
    case outage

    /// Packets may be at both ends, wherever these are; +1 when so, −1 when not.
    case jurisdiction

    /// The station has chosen the satellite; +1 when it has, −1 when not.
    case choice

    /// Both ends have a position: their propagator accepts them; +1 when it does, −1 when not.
    case position

    /// The word that stands in tables.
    public var description: String {
        switch self {
        case .range: "range"
        case .grazing: "grazing"
        case .fieldOfRegard: "field-of-regard"
        case .elevation: "elevation"
        case .slantRange: "slant-range"
        case .mask: "mask"
        case .geostationaryArc: "gso-arc"
        case .topology: "topology"
        case .outage: "outage"
        case .jurisdiction: "jurisdiction"
        case .choice: "choice"
        case .position: "position"
        }
    }

    /// The unit of the margin as tables write it; empty for a rule that is met or not.
    public var unit: String {
        switch self {
        case .range, .grazing, .slantRange: "km"
        case .fieldOfRegard, .elevation, .mask, .geostationaryArc: "deg"
        case .topology, .outage, .jurisdiction, .choice, .position: ""
        }
    }

    /// What a margin in the library's unit is multiplied with to be in ``unit``.
    public var unitsPerMargin: Double {
        switch self {
        case .fieldOfRegard, .elevation, .mask, .geostationaryArc: 180 / .pi
        case .range, .grazing, .slantRange, .topology, .outage, .jurisdiction, .choice, .position: 1
        }
    }

    /// What the rule asks for, as the end of "the link is up as long as ...".
    public var demand: String {
        switch self {
        case .range: "the laser is no longer than its greatest range"
        case .grazing: "the line of sight stays above the grazing altitude"
        case .fieldOfRegard: "a terminal of each satellite can point at the other one"
        case .elevation: "the satellite is above the least elevation"
        case .slantRange: "the satellite is within the greatest slant range"
        case .mask: "the satellite is above the station's skyline"
        case .geostationaryArc: "the satellite is far enough from the geostationary arc"
        case .topology: "the topology joins the two satellites"
        case .outage: "the link and both its ends are in order"
        case .jurisdiction: "neither end is where packets may not be"
        case .choice: "the station uses the satellite"
        case .position: "both ends have a position"
        }
    }

    /// What is so while the rule does not hold, as the end of "the link is down because ...".
    public var breach: String {
        switch self {
        case .range: "the laser would be longer than its greatest range"
        case .grazing: "the line of sight falls below the grazing altitude"
        case .fieldOfRegard: "no terminal of one of the satellites can point at the other one"
        case .elevation: "the satellite is below the least elevation"
        case .slantRange: "the satellite is beyond the greatest slant range"
        case .mask: "the satellite is below the station's skyline"
        case .geostationaryArc: "the satellite is too near to the geostationary arc"
        case .topology: "the topology does not join the two satellites"
        case .outage: "the link or one of its ends is out of order"
        case .jurisdiction: "one of the ends is where packets may not be"
        case .choice: "the station uses other satellites"
        case .position: "one of the ends has no position"
        }
    }

    /// Whether the margin has a second derivative with a bound that `ContactFinder` knows.
    public var hasBoundedCurvature: Bool {
        switch self {
        case .range, .grazing, .elevation, .slantRange: true
        case .fieldOfRegard, .mask, .geostationaryArc, .topology, .outage, .jurisdiction, .choice,
            .position:
            false
        }
    }

    /// A margin whose sign tells exactly whether the rule holds, whatever its rounding.
    static func signed(_ margin: Double, holds: Bool) -> Double {
        if margin.isNaN { return margin }
        return holds ? max(margin, 0) : min(margin, -Double.leastNonzeroMagnitude)
    }
}
