# %% [markdown]
# # E2: the Telesat correction
#
# The cap on the slant range that Hypatia gives Telesat is longer than the way to the horizon, so that
# published routes go through the Earth. With a true mask of 10 degrees Telesat falls behind Kuiper.

# %%
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd

folder = Path("../Notebooks-export/e2-telesat-correction")

# %%
pd.set_option("display.max_colwidth", None)
published = pd.read_csv(folder / "published.csv")
published[["quantity", "unit", "published", "ours", "difference", "accepted", "holds"]]

# %%
cases = {"T1-cap": "Telesat as published", "T1-mask": "Telesat above 10 degrees", "K1": "Kuiper as published"}
pairs = pd.concat({title: pd.read_csv(folder / name / "summary.csv") for name, title in cases.items()},
                  names=["case"]).reset_index("case")
pairs = pairs[pairs["great_circle_km"] > 500]
pairs.groupby("case", sort=False)["max_rtt_ms"].describe()[["25%", "50%", "75%"]]

# %%
fig, axis = plt.subplots()
for name, rows in pairs.groupby("case", sort=False):
    axis.ecdf(rows["max_rtt_ms"].dropna(), label=f"{name}: median {rows['max_rtt_ms'].median():.1f} ms")
axis.axhline(0.5, linestyle=":", color="0.4")
axis.set(xlabel="Greatest round-trip time of a pair (ms)", ylabel="Share of pairs", xlim=(0, 180))
axis.legend();
