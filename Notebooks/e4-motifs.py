# %% [markdown]
# # E4: motifs
#
# Every motif of two steps for 40 planes of 40 satellites, by the mean stretch and the mean number of links
# of 5,000 pairs of cities.

# %%
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd

folder = Path("../Notebooks-export/e4-motifs")

# %%
pd.set_option("display.max_colwidth", None)
published = pd.read_csv(folder / "published.csv")
published[["quantity", "unit", "published", "ours", "difference", "accepted", "holds"]]

# %%
motifs = pd.read_csv(folder / "all" / "motifs.csv").dropna(subset=["stretch"])
fig, axis = plt.subplots()
axis.scatter(motifs["hops"], motifs["stretch"], s=8, label="motifs")
grid = motifs[motifs["offsets"] == "plus-grid"]
axis.scatter(grid["hops"], grid["stretch"], marker="s", color="k", label="+Grid")
axis.set(xlabel="Mean links of a route", ylabel="Mean length of a route over the geodesic")
axis.legend();

# %%
motifs.nlargest(10, "gain_percent")[["offsets", "stretch", "hops", "gain_percent"]]

# %% [markdown]
# With a motif for each of three zones of latitude.

# %%
pd.concat({km: pd.read_csv(folder / f"zones-{km}" / "zones.csv") for km in (5014, 1468)}, names=["within_km"])
