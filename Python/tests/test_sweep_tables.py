"""The tables that a sweep merges, into Parquet by the lines of the README."""

import math
import pathlib
import re

import pyarrow.parquet

README = pathlib.Path(__file__).resolve().parents[2] / "README.md"

# As `helio-sweep merge` writes it: a name with a comma, a pair that is never reached.
MERGED = """\
run,replicate,ground.min_elevation_deg,lasers.topology,source,destination,min_rtt_ms,max_hops
0,0,25,ring,London,"Washington, D.C.",nan,0
1,0,30.5,plus-grid,London,Tokyo,91.25,7
"""


def test_the_lines_of_the_readme_write_parquet(tmp_path, monkeypatch):
    block, = [text for text in re.findall(r"```python\n(.*?)```", README.read_text(), re.DOTALL)
              if "pyarrow" in text]
    (tmp_path / "sweep/merged").mkdir(parents=True)
    (tmp_path / "sweep/merged/merged_summary.csv").write_text(MERGED)
    monkeypatch.chdir(tmp_path)
    exec(compile(block, str(README), "exec"), {})
    table = pyarrow.parquet.read_table("sweep/merged_summary.parquet")
    assert table.column_names == MERGED.splitlines()[0].split(",")
    assert table["ground.min_elevation_deg"].to_pylist() == [25, 30.5]
    assert table["destination"].to_pylist() == ["Washington, D.C.", "Tokyo"]
    assert table["max_hops"].to_pylist() == [0, 7]
    never, once = table["min_rtt_ms"].to_pylist()
    assert (never is None or math.isnan(never)) and once == 91.25
