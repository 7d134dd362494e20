"""Measures how long the globe page computes for a frame, in Chromium without a window.

    globe.py PROGRAMS

PROGRAMS is the folder of the executables. Opens the page of 1,584 satellites, and of 10,000, plays through its
window, and takes the time that the page's scripts need for each frame. What the graphics card then does is
not in it: here the processor stands in for one. Needs chromium. Writes globe.json and
globe.md into Benchmarks/results.
"""

import base64
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SHELLS = {
    "1,584": "{ name: A, planes: 72, slots: 22, inclination_deg: 53, altitude_km: 550, phasing: 39 }",
    "10,000": "{ name: A, planes: 100, slots: 100, inclination_deg: 53, altitude_km: 550, phasing: 1 }",
}
SCENARIO = """\
window: {{ duration_s: 600, step_s: 10 }}
constellation: {{ shells: [ {shell} ] }}
ground:
  stations:
    - {{ name: London, latitude_deg: 51.5, longitude_deg: -0.13 }}
    - {{ name: New York, latitude_deg: 40.7, longitude_deg: -74.0 }}
pairs: [[London, New York]]
"""
FRAMES = 120
DRIVER = """
<script>
window.addEventListener("load", () => {
  const page = window.heliograph;
  const { gl } = page.renderer;
  const frames = (count) => {
    const times = [];
    for (let i = 0; i < count; i += 1) {
      const start = performance.now();
      page.setTime(i * 600 / count);
      page.redraw();
      times.push(performance.now() - start);
      // Else frames that wait to be drawn would fill the memory.
      gl.finish();
    }
    times.sort((a, b) => a - b);
    return { median_ms: times[count >> 1], p95_ms: times[Math.floor(count * 0.95)] };
  };
  frames(10);
  const report = frames(COUNT);
  document.documentElement.setAttribute("data-report", btoa(JSON.stringify(report)));
});
</script>
</body>"""


def measure(programs, browser, shell):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "scenario.yaml").write_text(SCENARIO.format(shell=shell))
        for command in (["helio-route", "--scenario", "scenario.yaml", "--out", "out"],
                        ["helio-globe", "out"]):
            subprocess.run([f"{programs}/{command[0]}", *command[1:], "--quiet"], check=True,
                           cwd=folder, stdout=subprocess.DEVNULL)
        page = (folder / "out/globe/globe.html").read_text()
        driven = folder / "driven.html"
        driven.write_text(page.replace("</body>", DRIVER.replace("COUNT", str(FRAMES))))
        document = subprocess.run(
            [browser, "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--no-first-run",
             "--disable-background-networking", "--use-angle=swiftshader",
             "--enable-unsafe-swiftshader", "--window-size=800,450",
             f"--user-data-dir={folder}/profile", "--dump-dom", driven.as_uri()],
            check=True, capture_output=True, text=True, timeout=600).stdout
    return json.loads(base64.b64decode(re.search('data-report="([^"]*)"', document)[1]))


def main():
    programs, = sys.argv[1:]
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not browser:
        sys.exit("globe.py: needs chromium (Debian and Ubuntu: apt install chromium)")
    results = {}
    table = (
        "# How long the globe page computes for a frame\n\n"
        f"The page plays through 600 s in {FRAMES} frames: satellites and a laser mesh, London to New "
        "York, all links, labels and the chart. Counted is what the page's own code takes; thirty frames "
        "a second leave 33 ms. Made by `Benchmarks/run globe`.\n\n"
        "| satellites | median ms | 95 % of frames within ms |\n|---|---|---|\n")
    for name, shell in SHELLS.items():
        found = results[name] = measure(programs, browser, shell)
        table += f"| {name} | {found['median_ms']:.2f} | {found['p95_ms']:.2f} |\n"
    folder = HERE / "results"
    folder.mkdir(exist_ok=True)
    (folder / "globe.json").write_text(json.dumps(results, indent=2) + "\n")
    (folder / "globe.md").write_text(table)
    print(table)


if __name__ == "__main__":
    main()
