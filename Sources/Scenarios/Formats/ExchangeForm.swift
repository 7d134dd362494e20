/// The form of another program's files.
public enum ExchangeForm: String, Sendable, CaseIterable {
    /// The network state of Hypatia.
    case hypatia

    /// A graph in GraphML.
    case graphML = "graphml"

    /// A graph in GML.
    case gml

    /// The delay matrices of StarryNet.
    case starryNet = "starrynet"

    /// The HDF5 file of StarPerf; read also its constellations in XML.
    case starPerf = "starperf"

    /// The configuration of Celestial.
    case celestial

    /// The routes of LEOCraft.
    case leoCraft = "leocraft"

    /// A document for Cesium.
    case czml

    /// The code of draft-piraux-space-constellation-code.
    case constellationCode = "constellation-code"

    /// Whether a scenario can be written in the form.
    public var isWritten: Bool { self != .celestial }

    /// Whether the form can be read into a scenario.
    public var isRead: Bool { self != .leoCraft && self != .czml }

    /// Whether the form holds a single instant.
    public var isOfInstant: Bool { [.graphML, .gml, .leoCraft].contains(self) }

    /// How a sentence calls files of the form.
    public var title: String {
        switch self {
        case .hypatia: "Hypatia's files"
        case .graphML: "a graph in GraphML"
        case .gml: "a graph in GML"
        case .starryNet: "StarryNet's matrices"
        case .starPerf: "StarPerf's file"
        case .celestial: "Celestial's configuration"
        case .leoCraft: "LEOCraft's routes"
        case .czml: "CZML"
        case .constellationCode: "the constellation code"
        }
    }

    /// What files of the form hold, in a line.
    public var summary: String {
        switch self {
        case .hypatia: "network state for its ns-3 module"
        case .graphML, .gml: "the mesh at an instant"
        case .starryNet: "delay matrices and positions over time"
        case .starPerf: "positions and delays over time (HDF5); also from its XML"
        case .celestial: "shells and ground stations (TOML)"
        case .leoCraft: "k shortest routes at an instant (JSON)"
        case .czml: "satellites, links and routes, for Cesium"
        case .constellationCode: "Walker shells: D:550:53:1584/72/39"
        }
    }
}
