# %% [markdown]
# # From TLE to route
#
# Element sets of real satellites, two cities, and the best route between them over half an hour. Takes a
# file such as CelesTrak's of all Starlink satellites in the TLE format; set `ELEMENTS` to its path.

# %%
import os
import heliograph
satellites = heliograph.Constellation.from_tle(os.environ.get("ELEMENTS", "starlink.tle"))
london, singapore = heliograph.Station("London", 51.5, -0.1), heliograph.Station("Singapore", 1.3, 103.9)
network = heliograph.Network(satellites, [london, singapore], lasers="nearest")

# %% [markdown]
# The mesh is built anew at each instant; the route is the one of least latency.

# %%
for minute in range(0, 30, 5):
    route = network.mesh(60.0 * minute).route("London", "Singapore")
    print(minute, route, *route.names)
