# %% [markdown]
# # E3: simulators compared
#
# Three pairs through Kuiper's first shell by which LEOCraft's authors compare simulators.

# %%
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd

folder = Path("../Notebooks-export/e3-simulators-compared")

# %%
pd.set_option("display.max_colwidth", None)
published = pd.read_csv(folder / "published.csv")
published[["quantity", "unit", "published", "ours", "difference", "accepted", "holds"]]

# %%
latency = pd.read_csv(folder / "latency.csv")
latency["pair"] = latency["source"] + " - " + latency["destination"]
series = latency.pivot(index="time_s", columns="pair", values="rtt_ms")
axis = series.plot(figsize=(7, 3.8))
axis.set(xlabel="Time since start (s)", ylabel="Round-trip time (ms)", ylim=(0, None));

# %% [markdown]
# How long each route is the best one.

# %%
pd.read_csv(folder / "intervals.csv").assign(
    used_s=lambda rows: rows["end_s"] - rows["start_s"]
).groupby(["source", "destination"])["used_s"].describe()[["count", "mean", "min", "max"]]
