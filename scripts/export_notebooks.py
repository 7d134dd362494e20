"""Runs notebooks in percent format, and exports them as .ipynb and as one self-contained .html each.

`scripts/notebooks` calls it in the virtual environment. The same tables give the same bytes: no times, no
versions and no random ids are kept.
"""
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
OUT = os.path.join(ROOT, "Notebooks-export")
LARGEST_HTML = 1_500_000


def sources():
    """The notebooks by name."""
    found = {}
    for folder in ("Notebooks", "Python/notebooks"):
        for name in sorted(os.listdir(os.path.join(ROOT, folder))):
            if name.endswith(".py"):
                found[name[:-3]] = os.path.join(ROOT, folder, name)
    return found


def check(path):
    """Runs a notebook as plain Python."""
    run = subprocess.run(
        [sys.executable, path], cwd=os.path.dirname(path), capture_output=True, text=True,
        env={**os.environ, "MPLBACKEND": "agg"})
    if run.returncode != 0:
        raise RuntimeError(run.stderr.strip().splitlines()[-1])


def export(name, path):
    """Runs a notebook, and writes what it shows."""
    import jupytext
    import nbformat
    from nbclient import NotebookClient
    from nbconvert import HTMLExporter

    notebook = jupytext.read(path, fmt="py:percent")
    NotebookClient(
        notebook, timeout=300, kernel_name="python3", record_timing=False,
        startup_timeout=300,
        resources={"metadata": {"path": os.path.dirname(path)}}).execute()
    for number, cell in enumerate(notebook.cells):
        cell["id"] = f"cell-{number}"
        cell["metadata"] = {}
        for output in cell.get("outputs", []):
            output.get("metadata", {}).clear()
            # A table is kept as HTML, and a figure as a picture; the plain text says less.
            if output.get("data") and len(output["data"]) > 1:
                output["data"].pop("text/plain", None)
    notebook["metadata"] = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"}}
    nbformat.validate(notebook)
    exporter = HTMLExporter(template_name="classic")
    for trait in ("jquery_url", "mathjax_url", "mermaid_js_url", "require_js_url"):
        if exporter.has_trait(trait):
            setattr(exporter, trait, "")
    html, _ = exporter.from_notebook_node(notebook, resources={"metadata": {"name": name}})
    # What the template would fetch or run; the page is read as it stands.
    html = re.sub(r"<script\b.*?</script>", "", html, flags=re.DOTALL)
    html = re.sub(r"<link\b[^>]*>", "", html)
    html = "\n".join(line.rstrip() for line in html.splitlines()) + "\n"
    fetched = re.findall(r"""(?:src|href)=["']?(?:https?:)?//[^"' >]*|@import[^;]*|url\(["']?https?:[^)]*""", html)
    if fetched:
        raise RuntimeError(f"the page would fetch {fetched[0]}")
    if len(html.encode()) > LARGEST_HTML:
        raise RuntimeError(f"the page has {len(html.encode())} bytes, at most {LARGEST_HTML} were expected")
    text = nbformat.writes(notebook, version=4)
    for suffix, content in ((".ipynb", text + ("" if text.endswith("\n") else "\n")), (".html", html)):
        partial = os.path.join(OUT, "." + name + suffix + ".partial")
        with open(partial, "w", encoding="utf-8") as file:
            file.write(content)
        os.replace(partial, os.path.join(OUT, name + suffix))
    return len(html.encode())


def main(arguments):
    """Runs what is asked for."""
    is_check = arguments[:1] == ["--check"]
    known = sources()
    names = arguments[1:] if is_check else arguments
    for name in names:
        if name not in known:
            print(f"notebooks: no notebook is called '{name}', expected one of {', '.join(known)}",
                  file=sys.stderr)
            return 64
    for name in names or known:
        try:
            if is_check:
                check(known[name])
                print(f"{name}: runs")
            else:
                print(f"Notebooks-export/{name}.html: {export(name, known[name]) / 1e3:.0f} kB")
        except Exception as error:  # pylint: disable=broad-except
            # The last line tells what is wrong; the ones before it are those of the kernel.
            lines = [line for line in str(error).splitlines() if line.strip()] or [type(error).__name__]
            print(f"notebooks: {name}: {lines[-1]}", file=sys.stderr)
            return 70
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
