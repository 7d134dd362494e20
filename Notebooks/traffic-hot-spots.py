# %% [markdown]
# # Hot spots of a traffic matrix
#
# A thousand Gbps among the hundred largest cities over Starlink's first shell.

# %%
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd

folder = Path("../Notebooks-export/traffic-hot-spots")
pd.read_csv(folder / "flow_summary.csv").T

# %%
links = pd.read_csv(folder / "utilisation.csv")
links["utilisation_percent"] = 100 * links["load_gbps"] / links["capacity_gbps"]
fig, axis = plt.subplots()
for capacity, rows in links.groupby("capacity_gbps"):
    axis.ecdf(rows["utilisation_percent"], label=f"links of {capacity:g} Gbps")
axis.set(xlabel="Load over capacity (%)", ylabel="Share of links, each way")
axis.legend();

# %%
pd.read_csv(folder / "hot_spots.csv").head(12)
