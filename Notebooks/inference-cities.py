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
