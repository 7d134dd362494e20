# %% [markdown]
# # E7: route churn
#
# A hundred pairs through Starlink's first shell for an hour, every change of the best route found as an
# event.

# %%
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd

folder = Path("../Notebooks-export/e7-route-churn")

# %%
pd.set_option("display.max_colwidth", None)
published = pd.read_csv(folder / "published.csv")
published[["quantity", "unit", "published", "ours", "difference", "accepted", "holds"]]

# %%
lifetimes = pd.read_csv(folder / "lifetimes.csv")
whole = lifetimes[lifetimes["is_cut"] == 0]
fig, axes = plt.subplots(1, 2, figsize=(9, 3.6), sharey=True)
axes[0].ecdf(whole["end_s"] - whole["start_s"])
axes[0].set(xlabel="Time in use (s)", ylabel="Share of routes")
axes[1].ecdf(whole["use_percent"].dropna())
axes[1].set(xlabel="Time in use over life (%)");

# %% [markdown]
# What ends a route.

# %%
intervals = pd.read_csv(folder / "intervals.csv")
intervals["cause"].value_counts(normalize=True).rename("share").to_frame()
