# %% [markdown]
# # London to New York
#
# Through the 1,584 satellites of Starlink's first shell over one orbit, beside straight fibre. The tables
# are those that `helio-route` wrote.

# %%
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd

folder = Path("../Notebooks-export/demo")

# %%
latency = pd.read_csv(folder / "latency.csv")
summary = pd.read_csv(folder / "summary.csv")
summary.T

# %%
changed = latency["route"] != latency["route"].shift()
changed.iloc[0] = False
fig, axis = plt.subplots()
axis.plot(latency["time_s"] / 60, latency["rtt_ms"], label="through the lasers")
axis.plot(latency["time_s"][changed] / 60, latency["rtt_ms"][changed], "k.", label="route change")
axis.axhline(summary["fibre_rtt_ms"].iloc[0], linestyle="--", color="0.3", label="straight fibre")
axis.set(xlabel="Time since start (min)", ylabel="Round-trip time (ms)")
axis.legend();

# %% [markdown]
# The share of instants at which the way takes at most so long.

# %%
fig, axis = plt.subplots()
axis.ecdf(latency["rtt_ms"].dropna())
axis.set(xlabel="Round-trip time (ms)", ylabel="Share of instants");
