# %% [markdown]
# # Inference for the 1,000 largest cities
#
# From satellites, edge sites and cloud regions.

# %%
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd

folder = Path("../Notebooks-export/inference-cities")

# %%
distribution = pd.read_csv(folder / "serving_distribution.csv")
fig, axis = plt.subplots()
for (compute, network), rows in distribution.groupby(["compute", "network"], sort=False):
    axis.semilogx(rows["rtt_ms"], 100 * rows["share"], linestyle="--" if network == "fibre" else "-",
                  label=f"{compute} over {network}")
axis.set(xlabel="Round-trip time to the nearest site (ms)", ylabel="Share of people (%)")
axis.legend();

# %%
pd.read_csv(folder / "inference.csv")[
    ["compute", "network", "network_mean_ms", "queue_mean_ms", "prefill_ms", "within_share"]]

# %% [markdown]
# One to five of 40 regions for the least mean latency by fibre: one after another, by exchanges, and proven by
# branch and bound.

# %%
placement = pd.read_csv(folder / "placement.csv")
placement = placement[placement["objective"] == "mean"]
placement.pivot(index="k", columns="method", values="value")[["greedy", "local-search", "exact"]]

# %%
placement[placement["method"] != "exact"].merge(
    placement[placement["method"] == "exact"][["k", "value"]], on="k", suffixes=("", "_exact")).assign(
    gap_proven=lambda rows: rows["value"] / rows["value_exact"] - 1)[["k", "method", "gap", "gap_proven"]]
