# %% [markdown]
# # E6: computing in orbit
#
# How many satellites a place reaches and how far they are, servers at which users meet, and queues.

# %%
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd

folder = Path("../Notebooks-export/e6-in-orbit-computing")

# %%
pd.set_option("display.max_colwidth", None)
published = pd.read_csv(folder / "published.csv")
published[["quantity", "unit", "published", "ours", "difference", "accepted", "holds"]]

# %%
fig, axes = plt.subplots(1, 2, figsize=(9, 3.6), sharey=True)
for axis, name in zip(axes, ["kuiper", "starlink"]):
    sight = pd.read_csv(folder / name / "sight.csv")
    means = sight.set_index(["latitude_deg", "longitude_deg"])["mean_satellites"].to_xarray()
    image = means.plot.imshow(ax=axis, cmap="cividis", add_colorbar=False, vmin=0, vmax=90)
    axis.set(title=name, xlabel="Longitude (deg)", ylabel="Latitude (deg)")
fig.colorbar(image, ax=axes, label="Satellites in reach, mean");

# %%
fig, axis = plt.subplots()
for name, marker in [("kuiper", "o"), ("starlink", "^")]:
    bands = pd.read_csv(folder / name / "sight.csv").groupby("latitude_deg")
    axis.fill_between(bands["least_rtt_ms"].min().index, bands["least_rtt_ms"].min(),
                      bands["greatest_rtt_ms"].max(), alpha=0.3, label=name)
    axis.plot(bands["greatest_rtt_ms"].max(), marker=marker, color="0.3", linewidth=0.8)
axis.set(xlabel="Latitude (deg)", ylabel="Round-trip time to satellites in reach (ms)", ylim=(0, None))
axis.legend();

# %% [markdown]
# Servers at which three users meet: always the best one, in the mean or for the farthest user, or one that
# stays. State moves with each hand-off; between shells no laser leads.

# %%
pd.read_csv(folder / "meet-up" / "meetup.csv")[
    ["group", "policy", "hand_offs", "mean_hold_s", "mean_rtt_ms", "max_rtt_ms", "state_moved_gb",
     "mean_move_ms"]]

# %%
servers = pd.read_csv(folder / "meet-up" / "meetup_servers.csv")
servers = servers[(servers["group"] == "Japan") & (servers["time_s"] < 1800)]
fig, axis = plt.subplots()
for policy, rows in servers.groupby("policy"):
    moved = rows["server"] != rows["server"].shift()
    line, = axis.plot(rows["time_s"] / 60, rows["worst_rtt_ms"], label=policy)
    axis.plot(rows["time_s"][moved] / 60, rows["worst_rtt_ms"][moved], ".", color=line.get_color())
axis.set(xlabel="Time since start (min)", ylabel="Round-trip time of the farthest user (ms)",
         title="Japan; dots are hand-offs")
axis.legend();
