# %% [markdown]
# # E5: faster than fibre
#
# Handley's lasers and bent pipes beside fibre along the great circle.

# %%
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd

folder = Path("../Notebooks-export/e5-faster-than-fibre")

# %%
pd.set_option("display.max_colwidth", None)
published = pd.read_csv(folder / "published.csv")
published[["quantity", "unit", "published", "ours", "difference", "accepted", "holds"]]

# %%
latency = pd.read_csv(folder / "lasers" / "latency.csv")
summary = pd.read_csv(folder / "lasers" / "summary.csv")
fig, axis = plt.subplots()
for number, row in summary.iterrows():
    rows = latency[latency["destination"] == row["destination"]]
    title = f"{row['source']} - {row['destination']}"
    axis.plot(rows["time_s"], rows["rtt_ms"], color=f"C{number}", label=title)
    axis.axhline(row["fibre_rtt_ms"], linestyle="--", color=f"C{number}", label=title + ", fibre")
axis.set(xlabel="Time since start (s)", ylabel="Round-trip time (ms)")
axis.legend();

# %% [markdown]
# Twenty link-disjoint routes between London and New York: how much worse each further one is.

# %%
twenty = pd.read_csv(folder / "twenty-routes" / "latency.csv")
ranks = twenty.set_index(["time_s", "rank"])["rtt_ms"].to_xarray()
fig, axis = plt.subplots()
for share, style in [(0.1, ":"), (0.5, "-"), (0.9, "--")]:
    axis.plot(ranks["rank"], ranks.quantile(share, "time_s"), "k" + style, label=f"{share:.0%} of the time")
axis.set(xlabel="Rank of the route", ylabel="Round-trip time (ms)", xticks=range(1, 21, 2))
axis.legend();
