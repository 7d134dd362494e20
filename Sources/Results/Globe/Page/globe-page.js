const element = (id) => document.getElementById(id);

/** The page: its controls, and what is shown and picked. */
class Page {
  constructor() {
    this.scene = new Scene();
    this.renderer = new Renderer(element("globe"), this.scene);
    this.camera = new Camera(Math.max(1.2, this.scene.radius_km / EARTH_KM));
    this.chart = new Chart(element("chart"), this.scene, (seconds) => this.setTime(seconds));
    /** The series that are drawn: those of the first pair. */
    const first = this.scene.series[0];
    this.isShown = this.scene.series.map(
      (s) => s.source === first.source && s.destination === first.destination);
    this.selected = null;
    this.isPlaying = false;
    this.isStale = true;
    this.fillStaticParts();
    this.watch();
    this.lookAtFirstRoute();
    this.setTime(this.scene.start_s);
    this.readHash();
    requestAnimationFrame((now) => this.tick(now));
  }

  fillStaticParts() {
    const { scene } = this;
    element("name").textContent = scene.name;
    element("time").min = scene.start_s;
    element("time").max = scene.endS;
    element("bar").style.visibility = scene.endS > scene.start_s ? "" : "hidden";
    element("credit").textContent =
      `${scene.origin} · Heliograph ${scene.version} · satellites and links every `
      + `${Number(scene.step_s.toFixed(2))} s` + (scene.land.length ? " · land: Natural Earth" : "");
    element("routes").hidden = scene.series.length === 0;
    const labels = element("labels");
    this.labels = [];
    for (let node = scene.satellites; node < scene.nodes.length; node += 1) {
      const label = document.createElement("div");
      label.textContent = scene.label(node);
      labels.append(label);
      this.labels.push({ node, label });
    }
    this.pickedLabel = document.createElement("div");
    this.pickedLabel.className = "picked";
    labels.append(this.pickedLabel);
    const rows = scene.series.map((series, index) => {
      const style = SERIES_STYLES[index % SERIES_STYLES.length];
      return `<tr data-index="${index}"><td><i style="background:${style.colour}"></i>`
        + `${escaped(series.title.replaceAll("_", " "))}</td><td></td><td></td><td></td></tr>`;
    });
    element("series").innerHTML =
      "<thead><tr><th>pair</th><th>now</th><th>fibre</th><th>hops</th></tr></thead>"
      + `<tbody>${rows.join("")}</tbody>`;
  }

  watch() {
    const { camera } = this;
    element("time").addEventListener("input", () => this.setTime(Number(element("time").value)));
    element("play").addEventListener("click", () => this.play(!this.isPlaying));
    for (const name of ["lasers", "broken", "radio", "satellites", "night"]) {
      element(`show-${name}`).addEventListener("change", () => { this.isStale = true; });
    }
    element("series").addEventListener("click", (event) => {
      const row = event.target.closest("tr[data-index]");
      if (!row) return;
      this.isShown[row.dataset.index] = !this.isShown[row.dataset.index];
      this.isStale = true;
    });
    element("deselect").addEventListener("click", () => this.select(null));
    element("values").addEventListener("click", (event) => {
      const row = event.target.closest("tr[data-link]");
      if (row) this.select({ link: Number(row.dataset.link) });
      const name = event.target.closest("[data-node]");
      if (name && !row) this.select({ node: Number(name.dataset.node) });
    });
    window.addEventListener("resize", () => { this.isStale = true; });
    window.addEventListener("hashchange", () => this.readHash());
    document.addEventListener("keydown", (event) => {
      if (/^(INPUT|SELECT|BUTTON)$/.test(event.target.tagName) && event.key === " ") return;
      const step = this.scene.step_s || 1;
      if (event.key === " ") this.play(!this.isPlaying);
      else if (event.key === "ArrowRight") this.setTime(this.scene.seconds + step);
      else if (event.key === "ArrowLeft") this.setTime(this.scene.seconds - step);
      else if (event.key === "Escape") this.select(null);
    });
    this.watchPointer(element("globe"), camera);
  }

  watchPointer(canvas, camera) {
    let moved = 0;
    const pointers = new Map();
    canvas.addEventListener("pointerdown", (event) => {
      canvas.setPointerCapture(event.pointerId);
      pointers.set(event.pointerId, [event.clientX, event.clientY]);
      moved = 0;
    });
    canvas.addEventListener("pointermove", (event) => {
      const before = pointers.get(event.pointerId);
      if (!before) return;
      const [dx, dy] = [event.clientX - before[0], event.clientY - before[1]];
      if (pointers.size === 2) {
        const other = [...pointers].find(([id]) => id !== event.pointerId)[1];
        const was = Math.hypot(before[0] - other[0], before[1] - other[1]);
        const is = Math.hypot(event.clientX - other[0], event.clientY - other[1]);
        if (is > 0) this.zoom(was / is);
      } else {
        const degrees = (camera.distance - 1) * 40 / Math.min(camera.width, camera.height);
        camera.longitude -= dx * degrees;
        camera.latitude = Math.max(-89, Math.min(89, camera.latitude + dy * degrees));
      }
      moved += Math.abs(dx) + Math.abs(dy);
      pointers.set(event.pointerId, [event.clientX, event.clientY]);
      this.isStale = true;
    });
    const end = (event) => {
      if (pointers.delete(event.pointerId) && moved < 5 && event.type === "pointerup") {
        const box = canvas.getBoundingClientRect();
        this.pick(event.clientX - box.left, event.clientY - box.top);
      }
    };
    canvas.addEventListener("pointerup", end);
    canvas.addEventListener("pointercancel", end);
    canvas.addEventListener("wheel", (event) => {
      event.preventDefault();
      this.zoom(Math.exp(event.deltaY * 0.001));
    }, { passive: false });
  }

  zoom(factor) {
    const height = this.camera.distance - 1;
    this.camera.distance = 1 + Math.max(0.15, Math.min(3 * this.camera.reach + 3, height * factor));
    this.isStale = true;
  }

  lookAtFirstRoute() {
    const { scene, camera } = this;
    camera.distance = Math.max(4.1, camera.reach * 3.4);
    scene.move(scene.start_s);
    const series = scene.series.find((one) => one.routes.some((route) => route >= 0));
    if (!series) return;
    const route = scene.routes[series.routes.find((one) => one >= 0)];
    const [a, b] = [scene.place(route[0]), scene.place(route[route.length - 1])];
    const middle = normalized([a[0] + b[0], a[1] + b[1], a[2] + b[2]]);
    camera.latitude = Math.max(-60, Math.min(60, Math.asin(middle[2]) * 180 / Math.PI));
    camera.longitude = Math.atan2(middle[1], middle[0]) * 180 / Math.PI;
    const apart = Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
    camera.distance = Math.min(camera.distance, Math.max(3.3, 2.4 + 1.4 * apart));
  }

  /** `#t=600&select=Name` or `#select=Name|Name` opens the page at a time and with something picked. */
  readHash() {
    const values = new URLSearchParams(location.hash.slice(1));
    for (const key of ["latitude", "longitude", "distance"]) {
      const value = Number(values.get(key));
      if (values.has(key) && Number.isFinite(value)) this.camera[key] = value;
    }
    if (values.has("t")) this.setTime(Number(values.get("t")) || 0);
    if (values.has("select")) {
      const nodes = values.get("select").split("|").map((name) => this.scene.nodeOf.get(name));
      if (nodes.length === 1 && nodes[0] !== undefined) this.select({ node: nodes[0] });
      if (nodes.length === 2) this.selectLink(nodes[0], nodes[1]);
    }
    this.isStale = true;
  }

  play(isPlaying) {
    this.isPlaying = isPlaying;
    if (isPlaying && this.scene.seconds >= this.scene.endS) this.setTime(this.scene.start_s);
    element("play").textContent = isPlaying ? "❚❚" : "▶";
    element("play").setAttribute("aria-label", isPlaying ? "Pause" : "Play");
    this.last = undefined;
  }

  /** Goes to a time, within the window. */
  setTime(seconds) {
    const { scene } = this;
    scene.move(Math.max(scene.start_s, Math.min(scene.endS, seconds)));
    element("time").value = scene.seconds;
    this.isStale = true;
  }

  tick(now) {
    if (this.isPlaying) {
      if (this.last !== undefined) {
        const seconds = this.scene.seconds + (now - this.last) / 1000 * Number(element("speed").value);
        this.setTime(seconds);
        if (seconds >= this.scene.endS) this.play(false);
      }
      this.last = now;
    }
    if (this.isStale) this.redraw();
    requestAnimationFrame((next) => this.tick(next));
  }

  redraw() {
    this.isStale = false;
    const { scene, camera, renderer } = this;
    const canvas = element("globe");
    // The Earth stands in the middle of what the panel leaves free.
    const side = element("side").getBoundingClientRect();
    const covered = side.width < canvas.clientWidth / 2 ? side.width : 0;
    camera.shift = covered / canvas.clientWidth;
    camera.update(canvas.clientWidth, canvas.clientHeight);
    const shown = scene.series.map((series, index) => ({ series, index }))
      .filter(({ index }) => this.isShown[index]);
    const selectedLink = this.selected?.link === undefined ? null : this.linkEntry(this.selected.link);
    renderer.draw(camera, {
      up: scene.up, down: scene.down, radioLinks: scene.radio,
      lasers: element("show-lasers").checked, broken: element("show-broken").checked,
      radio: element("show-radio").checked, satellites: element("show-satellites").checked,
      night: element("show-night").checked,
      pointSize: scene.satellites > 5000 ? 2.2 : scene.satellites > 400 ? 3.4 : 5,
      routes: shown.map(({ series, index }) => ({
        nodes: [...scene.routeOf(series)], tint: tintOf(index) })),
      selectedLink,
      selectedNodes: this.selected?.node === undefined
        ? (selectedLink ? [selectedLink.a, selectedLink.b] : []) : [this.selected.node],
      stations: this.labels.map(({ node }) => node),
    });
    this.placeLabels();
    this.writeHead();
    this.writeSeries();
    this.chart.draw(shown);
    this.writeSelection();
  }

  placeLabels() {
    const { scene, camera } = this;
    const put = (label, node, dx) => {
      const at = scene.isKnown(node) ? camera.project(scene.place(node).map((x) => x * 1.001)) : null;
      label.style.display = at ? "" : "none";
      if (at) label.style.transform = `translate(${at[0] + dx}px, ${at[1] - 26}px)`;
    };
    const isCrowded = this.labels.length > 40;
    for (const { node, label } of this.labels) {
      if (isCrowded && node !== this.selected?.node) label.style.display = "none";
      else put(label, node, 5);
    }
    this.pickedLabel.style.display = "none";
    if (this.selected?.node !== undefined && this.selected.node < scene.satellites) {
      this.pickedLabel.textContent = scene.label(this.selected.node);
      put(this.pickedLabel, this.selected.node, 7);
    }
  }

  writeHead() {
    const { scene } = this;
    const time = new Date(Math.round(scene.epochMs + scene.seconds * 1000)).toISOString();
    element("clock").textContent = `${time.slice(0, 10)} ${time.slice(11, 19)} UTC`;
    element("elapsed").textContent = `t = ${decimals(scene.seconds, 1)} s`;
    const down = scene.down.length > 0 ? `, ${grouped(scene.down.length)} down` : "";
    element("counts").textContent = `${grouped(scene.satellites)} satellites · `
      + `${grouped(scene.up.length)} laser links up${down}`;
  }

  writeSeries() {
    const { scene } = this;
    for (const row of element("series").querySelectorAll("tr[data-index]")) {
      const index = Number(row.dataset.index);
      const series = scene.series[index];
      const at = scene.indexAt(series);
      const ms = at < 0 ? NaN : series.rttMs[at];
      row.className = this.isShown[index] ? "" : "off";
      row.children[1].textContent = Number.isNaN(ms) ? "no route" : decimals(ms, 2);
      row.children[2].textContent = series.fibre_rtt_ms ? decimals(series.fibre_rtt_ms, 2) : "–";
      row.children[3].textContent = Number.isNaN(ms) ? "–" : String(scene.routeOf(series).length - 1);
    }
  }

  /** A link as it is at this time; one that is not pointed now has neither spell nor reason. */
  linkEntry(link) {
    const { scene } = this;
    const [a, b] = scene.ends(link);
    return scene.linksOf(a).find((entry) => entry.link === link) ?? { link, a, b };
  }

  select(selected) {
    this.selected = selected;
    this.isStale = true;
  }

  /** Picks the link between two nodes, if there is one at any time. */
  selectLink(a, b) {
    const { links } = this.scene;
    for (let i = 0; i < links.length; i += 2) {
      if ((links[i] === a && links[i + 1] === b) || (links[i] === b && links[i + 1] === a)) {
        this.select({ link: i / 2 });
        return;
      }
    }
  }

  /** Picks what is nearest to a point of the screen: a node within 12 px, else a link within 6. */
  pick(x, y) {
    const { scene, camera } = this;
    let best = 12;
    let found = null;
    for (let node = scene.nodes.length - 1; node >= 0; node -= 1) {
      if (node < scene.satellites && !element("show-satellites").checked) break;
      const at = scene.isKnown(node) ? camera.project(scene.place(node)) : null;
      if (!at) continue;
      const distance = Math.hypot(at[0] - x, at[1] - y);
      if (distance < best) [best, found] = [distance, { node }];
    }
    if (!found) {
      best = 6;
      const entries = [
        ...(element("show-lasers").checked ? scene.up : []),
        ...(element("show-broken").checked ? scene.down : []),
        ...(element("show-radio").checked ? scene.radio : [])];
      for (const entry of entries) {
        const p = camera.project(scene.place(entry.a));
        const q = camera.project(scene.place(entry.b));
        if (!p || !q) continue;
        const distance = distanceToSegment([x, y], p, q);
        if (distance < best) [best, found] = [distance, { link: entry.link }];
      }
    }
    this.select(found);
  }

  writeSelection() {
    element("selection").hidden = !this.selected;
    if (!this.selected) return;
    const html = this.selected.node === undefined
      ? this.linkText(this.linkEntry(this.selected.link)) : this.nodeText(this.selected.node);
    if (html !== this.selectionText) element("values").innerHTML = html;
    this.selectionText = html;
  }

  nodeText(node) {
    const { scene } = this;
    const isSatellite = node < scene.satellites;
    const kind = isSatellite ? "Satellite" : "Ground station";
    let html = `<h3>${kind} ${escaped(scene.label(node))}</h3>`;
    if (!scene.isKnown(node)) return html + "<p class=down>No position at this time.</p>";
    const [latitude, longitude, height] = scene.geodetic(node);
    html += `<table><tr><td>latitude, longitude</td><td>${angle(latitude, "N", "S")}, `
      + `${angle(longitude, "E", "W")}</td></tr>`;
    if (isSatellite) {
      html += `<tr><td>altitude (WGS-84)</td><td>${decimals(height, 0)} km</td></tr>`
        + `<tr><td>sunlight</td><td>${scene.isSunlit(node) ? "yes" : "in the Earth's shadow"}</td></tr>`;
    }
    const links = scene.linksOf(node);
    if (links.length === 0) return html + "</table><p class=dim>No link at this time.</p>";
    html += `<tr><td class=dim>link to</td><td class=dim>length, one-way delay</td></tr>`;
    for (const entry of links) {
      const other = entry.a === node ? entry.b : entry.a;
      const length = scene.lengthKm(entry.a, entry.b);
      const state = entry.reason >= 0 ? "<span class=down>down</span>"
        : `${grouped(Math.round(length))} km, ${decimals(length / LIGHT_KM_PER_S * 1000, 2)} ms`;
      html += `<tr class=link data-link="${entry.link}"><td>${escaped(scene.label(other))}</td>`
        + `<td>${state}</td></tr>`;
    }
    return html + "</table>";
  }

  linkText(entry) {
    const { scene } = this;
    const { a, b } = entry;
    const kind = b >= scene.satellites ? "Radio link" : "Laser link";
    const name = (node) => `<span data-node="${node}">${escaped(scene.label(node))}</span>`;
    let html = `<h3>${kind} ${name(a)} – ${name(b)}</h3>`;
    const length = scene.lengthKm(a, b);
    const isUp = entry.spell !== undefined && entry.reason < 0;
    html += `<table><tr><td>state</td><td>${isUp ? "up" : "<span class=down>down</span>"}</td></tr>`
      + `<tr><td>distance</td><td>${grouped(Math.round(length))} km</td></tr>`
      + `<tr><td>one-way delay</td><td>${decimals(length / LIGHT_KM_PER_S * 1000, 2)} ms</td></tr>`;
    if (entry.spell !== undefined) {
      const at = (frame) => scene.start_s + frame * scene.step_s;
      const [from, to] = [scene.spells[4 * entry.spell + 1], scene.spells[4 * entry.spell + 2]];
      html += `<tr><td>since</td><td>${from === 0 ? "before the start" : `t = ${decimals(at(from), 0)} s`}</td></tr>`
        + `<tr><td>until</td><td>${to >= scene.frames ? "after the end" : `t = ${decimals(at(to), 0)} s`}</td></tr>`;
    }
    html += "</table>";
    if (isUp) return html;
    const reason = entry.spell === undefined
      ? (b >= scene.satellites ? "the station does not see or use the satellite at this time"
        : "the lasers are not pointed at one another at this time")
      : scene.reasons[entry.reason];
    return html + `<p class=down>Down because ${escaped(reason)}.</p>`;
  }
}

const decimals = (value, digits) => value.toFixed(digits);
const grouped = (value) => value.toLocaleString("en-US");
const angle = (degrees, positive, negative) =>
  `${Math.abs(degrees).toFixed(2)}° ${degrees >= 0 ? positive : negative}`;
const escaped = (text) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

function distanceToSegment(point, from, to) {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const share = Math.max(0, Math.min(1,
    ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(point[0] - from[0] - share * dx, point[1] - from[1] - share * dy);
}

try {
  /** For scripts and tests: `heliograph.setTime(600)`, `heliograph.scene`. */
  window.heliograph = new Page();
} catch (fault) {
  element("fault").textContent = fault.message;
  element("fault").hidden = false;
  throw fault;
}
