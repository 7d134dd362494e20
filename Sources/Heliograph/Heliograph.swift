@_exported import LaserMesh
@_exported import Orbits
@_exported import Routing
