# %% [markdown]
# # E8: training across data centres that are far apart
#
# INTELLECT-1, DiLoCo, collectives, lasers, a cluster of satellites and cables, each beside what was
# published.

# %%
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd

folder = Path("../Notebooks-export/e8-dispersed-training")

# %%
pd.set_option("display.max_colwidth", None)
published = pd.read_csv(folder / "published.csv")
published[["quantity", "unit", "published", "ours", "difference", "accepted", "holds"]]

# %%
runs = pd.concat({name: pd.read_csv(folder / name / "training_networks.csv")
                  for name in ["usa", "usa-europe", "global"]}, names=["sites"]).reset_index("sites", names="run")
runs[["run", "network", "sync_s", "utilisation", "tokens_per_day"]]

# %%
training = pd.read_csv(folder / "diloco" / "training_networks.csv")
diloco = training[(training["method"] == "diloco") & (training["bytes_per_parameter"] == 0.5)]
fig, axis = plt.subplots()
for network, rows in diloco.groupby("network"):
    axis.semilogx(rows["inner_steps"], 100 * rows["utilisation"], marker="o", label=network)
axis.set(xlabel="Steps between two synchronisations", ylabel="Share of the time that is computed (%)", ylim=(0, 103))
axis.legend();

# %%
rates = pd.read_csv(folder / "diloco" / "diloco_bandwidth.csv")
rates = rates[rates["steps_off"].notna()].astype({"published_gbps": float})
fig, axis = plt.subplots(figsize=(4.4, 4.2))
axis.plot([0.3, 1000], [0.3, 1000], color="0.5", linewidth=0.8)
axis.loglog(rates["published_gbps"], rates["closed_form_gbps"], ".")
axis.set(xlabel="Published (Gbit/s)", ylabel="Closed form (Gbit/s)");

# %% [markdown]
# The cluster of 81 satellites: distances of pairs that a laser joins, through one orbit.

# %%
contacts = pd.read_csv(folder / "suncatcher" / "contacts.csv")
fig, axis = plt.subplots()
axis.hist([1000 * contacts["min_km"], 1000 * contacts["max_km"]], bins=40, label=["least", "greatest"])
axis.set(xlabel="Distance (m)", ylabel="Pairs")
axis.legend();
