"""The package itself: its versions, its README, its notebook, its types."""

import re
import runpy
from pathlib import Path

import pytest

import heliograph as hg

FOLDER = Path(__file__).resolve().parents[1]


def test_versions_agree():
    text = (FOLDER / "pyproject.toml").read_text()
    assert f'version = "{hg.__version__}"' in text
    assert hg.library_version() == hg.__version__


@pytest.mark.parametrize("path", ["README.md", "../README.md"])
def test_examples_of_the_readmes_run(path, capsys):
    blocks = re.findall(r"```python\n(.*?)```", (FOLDER / path).read_text(), re.DOTALL)
    # Blocks of other packages stand in the README too, and the tests of the executables run them.
    blocks = [block for block in blocks if "import heliograph" in block]
    assert blocks
    for block in blocks:
        exec(compile(block, path, "exec"), {})
    assert re.fullmatch(r"43\.2 ms over 5 hops\n", capsys.readouterr().out)


def test_the_notebook_goes_from_tle_to_route(tle_text, tmp_path, monkeypatch, capsys):
    source = (FOLDER / "notebooks/tle_to_route.py").read_text()
    code = [line for line in source.splitlines() if line and not line.startswith("#")]
    assert len(code) <= 10
    path = tmp_path / "satellites.tle"
    shell = hg.Constellation.walker(24, 22, 53, 550, phasing=13)
    path.write_text(tle_text)
    monkeypatch.setenv("ELEMENTS", str(path))
    runpy.run_path(str(FOLDER / "notebooks/tle_to_route.py"))
    assert len(shell) == 528 and capsys.readouterr().out


def test_everything_public_has_a_docstring_with_an_example():
    for name in hg.__all__:
        thing = getattr(hg, name)
        members = [(name, thing)]
        if isinstance(thing, type) and name != "HeliographError":
            members += [
                (f"{name}.{key}", value) for key, value in vars(thing).items()
                if not key.startswith("_") and (callable(value) or isinstance(
                    value, (property, staticmethod)))]
        for key, member in members:
            doc = getattr(member, "__doc__", None)
            assert doc, key
            if key not in ("Constellation", "Mesh"):
                assert ">>>" in doc, key
