"""Routes and latencies over laser-mesh satellite constellations.

>>> import heliograph
>>> satellites = heliograph.Constellation.walker(
...     planes=72, slots=22, inclination_deg=53, altitude_km=550, phasing=39,
...     epoch="2026-08-23T12:00:00Z")
>>> network = heliograph.Network(satellites, stations=[
...     heliograph.Station("London", 51.51, -0.13),
...     heliograph.Station("New York", 40.71, -74.01)])
>>> route = network.mesh(0).route("London", "New York")
>>> route.hops, round(route.rtt_ms, 1)
(5, 43.2)

Units and frames stand in the names: kilometres, kilometres a second, seconds, degrees. Arrays are numpy
arrays which the library fills without copies. Objects do not change once they are made, and any thread
may use them; the interpreter's lock is given up during calls that take long.
"""

from ._instant import Instant
from ._library import HeliographError, library_version
from .arrow import ArrowTable
from .constellation import Constellation, Shell, States
from .contacts import Contacts
from .forwarding import ForwardingOverTime
from .frames import earth_fixed, geodetic, teme_to_earth_fixed
from .mesh import Forwarding, Links, Mesh
from .network import Network, Station
from .route import Route

__version__ = "0.1.0"

__all__ = [
    "ArrowTable", "Constellation", "Contacts", "Forwarding", "ForwardingOverTime", "HeliographError",
    "Instant", "Links", "Mesh", "Network", "Route", "Shell", "States", "Station", "earth_fixed", "geodetic",
    "library_version", "teme_to_earth_fixed",
]
