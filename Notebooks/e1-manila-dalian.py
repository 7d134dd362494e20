# %% [markdown]
# # E1: one pair through time
#
# Manila to Dalian through Kuiper's first shell, 200 s in steps of 0.1 s, as Hypatia has it.

# %%
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd

folder = Path("../Notebooks-export/e1-manila-dalian")

# %%
pd.set_option("display.max_colwidth", None)
published = pd.read_csv(folder / "published.csv")
published[["quantity", "unit", "published", "ours", "difference", "accepted", "holds"]]

# %%
latency = pd.read_csv(folder / "latency.csv")
intervals = pd.read_csv(folder / "intervals.csv")
fig, axis = plt.subplots()
axis.plot(latency["time_s"], latency["rtt_ms"])
for start in intervals["start_s"][1:]:
    axis.axvline(start, linestyle=":", color="0.4")
axis.set(xlabel="Time since start (s)", ylabel="Round-trip time (ms)", title="Changes of route are dotted");

# %% [markdown]
# The routes, and how long each of them is the best one.

# %%
routes = pd.read_csv(folder / "routes.csv")
intervals.merge(routes, on="route")[["start_s", "end_s", "hops", "min_rtt_ms", "max_rtt_ms", "nodes"]]
