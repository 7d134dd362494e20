# %% [markdown]
# # The price of sovereignty
#
# What five country sets add to the round-trip times of 780 pairs of cloud regions over Starlink's first
# shell.

# %%
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd

folder = Path("../Notebooks-export/price-of-sovereignty")

# %%
summary = pd.read_csv(folder / "sovereignty_summary.csv")
summary[["set", "predicate", "lost_reachability", "mean_added_ms", "p95_added_ms", "max_added_ms"]]

# %%
rows = pd.read_csv(folder / "sovereignty.csv")
added = rows.groupby(["set", "predicate"])["median_added_ms"].mean().unstack("predicate")
added.plot.barh(figsize=(7, 4)).set(xlabel="Mean of the medians added (ms)");

# %% [markdown]
# What the times of the mesh prove: at these shares of the instants a packet cannot have been in a country
# of the set.

# %%
pd.read_csv(folder / "alibis.csv").groupby("set")[["proven_by_vacuum", "proven_by_fibre"]].mean()
