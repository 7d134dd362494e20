# %% [markdown]
# # Five regions that train together
#
# Ten billion parameters over Starlink's first shell and over fibre.

# %%
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd

folder = Path("../Notebooks-export/training-regions")

# %%
training = pd.read_csv(folder / "training_networks.csv")
most = training[(training["sites"] == training["sites"].max()) & (training["method"] == "diloco")].copy()
most["way"] = most["network"] + most["radio_gbps"].map(lambda rate: f", {rate:g} Gbit/s" if rate == rate else "")
table = most.pivot_table(index="inner_steps", columns="way", values="utilisation")
axis = (100 * table).plot(logx=True, marker="o")
axis.set(xlabel="Steps between two synchronisations", ylabel="Share of the time that is computed (%)", ylim=(0, 103));

# %%
transfers = pd.read_csv(folder / "collective_transfers.csv")
transfers.pivot_table(index=["collective", "algorithm"], columns="network", values="duration_s")
