# %% [markdown]
# # E1: all pairs of 100 cities
#
# The first shells of Starlink, Kuiper and Telesat: 4,950 pairs for 200 s each.

# %%
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd

folder = Path("../Notebooks-export/e1-three-shells")

# %%
pd.set_option("display.max_colwidth", None)
published = pd.read_csv(folder / "published.csv")
published[["quantity", "unit", "published", "ours", "difference", "accepted", "holds"]]

# %%
shells = {name: pd.read_csv(folder / name / "summary.csv") for name in ["S1", "K1", "T1"]}
pairs = pd.concat(shells, names=["shell"]).reset_index("shell")
pairs = pairs[pairs["great_circle_km"] > 500]
pairs.groupby("shell")[["min_rtt_ms", "median_rtt_ms", "max_rtt_ms", "route_changes"]].median()

# %%
fig, axes = plt.subplots(1, 2, figsize=(9, 3.6), sharey=True)
for name, rows in pairs.groupby("shell", sort=False):
    axes[0].ecdf(rows["max_rtt_ms"] - rows["min_rtt_ms"], label=name)
    axes[1].ecdf(rows["route_changes"], label=name)
axes[0].set(xlabel="Greatest less least round-trip time (ms)", ylabel="Share of pairs", xlim=(0, 40))
axes[1].set(xlabel="Changes of route in 200 s", xlim=(0, 12))
axes[1].legend();
