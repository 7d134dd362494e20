# %% [markdown]
# # The model of fibre beside measurements
#
# Absolute errors of modelled round-trip times between the regions of three cloud providers, each held out
# while the numbers of the model were fitted to the other two. The tables are those that `helio-compare` and
# `make experiments` wrote.

# %%
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd

folder = Path("../Notebooks-export/fibre-calibration")

# %%
errors = pd.read_csv(folder / "cloud-regions" / "calibration.csv")
errors["held_out"] = errors["held_out"].fillna("none")
errors.pivot(index="held_out", columns="model", values=["median_abs_error_ms", "p90_abs_error_ms"]).round(1)

# %%
names = {"cables": "cables and corridors", "great-circle": "great circle"}
shown = errors[errors["model"].isin(names) & (errors["held_out"] != "none")]
fig, axes = plt.subplots(1, 2, sharey=True, figsize=(7, 2.8))
columns = {"median_abs_error_ms": "Median error (ms)", "p90_abs_error_ms": "90th percentile (ms)"}
for axis, (column, label) in zip(axes, columns.items()):
    table = shown.pivot(index="held_out", columns="model", values=column).rename(columns=names)
    table.plot.barh(ax=axis, color=["#0072b2", "#e69f00"], edgecolor="black", legend=False)
    axis.set(xlabel=label, ylabel="")
fig.legend(*axes[0].get_legend_handles_labels(), loc="outside upper center", ncols=2, frameon=False);

# %% [markdown]
# What each figure was to be better than, and what it is.

# %%
pd.set_option("display.max_colwidth", None)
pd.read_csv(folder / "published.csv")[["quantity", "published", "ours", "holds"]].round(2)
