/** Equatorial radius of WGS-84 [km]: the page's unit of length. */
const EARTH_KM = 6378.137;
const FLATTENING = 1 / 298.257223563;
const LIGHT_KM_PER_S = 299792.458;

/** What the page shows, decoded from its data blocks, and what of it is so at a time. */
class Scene {
  constructor() {
    Object.assign(this, JSON.parse(document.getElementById("scene").textContent));
    this.epochMs = Date.parse(this.epoch);
    this.endS = this.start_s + this.step_s * (this.frames - 1);
    this.steps = new Int16Array(Scene.block("positions"));
    this.sunAxes = new Float32Array(Scene.block("sun"));
    this.links = new Int32Array(Scene.block("links"));
    this.spells = new Int32Array(Scene.block("spells"));
    this.routes = Scene.lists(new Int32Array(Scene.block("routes")));
    this.land = Scene.lists(new Int16Array(Scene.block("land")), 2);
    const numbers = new Float64Array(Scene.block("series"));
    let next = 0;
    const take = (count) => numbers.subarray(next, (next += count));
    for (const series of this.series) {
      series.times = take(series.count);
      series.rttMs = take(series.count);
      series.routes = take(series.count);
    }
    /** Places of the nodes at the time of the last call of `move`: x, y, z and 1, or 0 for none. */
    this.places = new Float32Array(4 * this.nodes.length);
    this.nodeOf = new Map(this.nodes.map((name, index) => [name, index]));
    this.frame = -1;
    this.up = [];
    this.down = [];
  }

  /** The bytes of a data block. */
  static block(id) {
    const text = atob(document.getElementById(`data-${id}`).textContent);
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i);
    return bytes.buffer;
  }

  /** Lists that each begin with their length; of `width` numbers an entry. */
  static lists(numbers, width = 1) {
    const lists = [];
    for (let i = 0; i < numbers.length;) {
      const size = numbers[i] * width;
      lists.push(numbers.subarray(i + 1, i + 1 + size));
      i += 1 + size;
    }
    return lists;
  }

  /** The name of a node with blanks for the underscores of a name. */
  label(node) { return this.nodes[node].replaceAll("_", " "); }

  /** Puts the nodes where they are at a time, and the links of its frame into `up` and `down`. */
  move(seconds) {
    this.seconds = seconds;
    const at = this.step_s > 0 ? (seconds - this.start_s) / this.step_s : 0;
    this.interpolate(at);
    const frame = Math.max(0, Math.min(this.frames - 1, Math.floor(at + 1e-9)));
    if (frame !== this.frame) {
      this.frame = frame;
      this.findLinks();
    }
    const next = Math.min(frame + 1, this.frames - 1);
    const share = Math.max(0, Math.min(1, at - frame));
    this.sun = normalized([0, 1, 2].map((axis) =>
      this.sunAxes[3 * frame + axis] * (1 - share) + this.sunAxes[3 * next + axis] * share));
  }

  /** Lagrange's polynomial through the four frames about a time, or through all where there are fewer. */
  interpolate(at) {
    const count = Math.min(4, this.frames);
    const first = Math.max(0, Math.min(this.frames - count, Math.floor(at) - 1));
    const weights = [];
    for (let i = 0; i < count; i += 1) {
      let weight = this.radius_km / 32767 / EARTH_KM;
      for (let j = 0; j < count; j += 1) {
        if (j !== i) weight *= (at - first - j) / (i - j);
      }
      weights.push(weight);
    }
    const { steps, places } = this;
    const size = this.nodes.length;
    for (let node = 0; node < size; node += 1) {
      let x = 0;
      let y = 0;
      let z = 0;
      let known = 1;
      for (let i = 0; i < count; i += 1) {
        const from = 3 * ((first + i) * size + node);
        if (steps[from] === -32768) known = 0;
        x += weights[i] * steps[from];
        y += weights[i] * steps[from + 1];
        z += weights[i] * steps[from + 2];
      }
      places[4 * node] = x;
      places[4 * node + 1] = y;
      places[4 * node + 2] = z;
      places[4 * node + 3] = known;
    }
  }

  findLinks() {
    const { spells, frame } = this;
    this.up = [];
    this.down = [];
    this.radio = [];
    for (let i = 0; i < spells.length; i += 4) {
      if (spells[i + 1] > frame || spells[i + 2] <= frame) continue;
      const link = spells[i];
      const [a, b] = this.ends(link);
      const entry = { link, a, b, spell: i / 4, reason: spells[i + 3] };
      if (entry.reason >= 0) this.down.push(entry);
      else if (b >= this.satellites) this.radio.push(entry);
      else this.up.push(entry);
    }
  }

  ends(link) { return [this.links[2 * link], this.links[2 * link + 1]]; }

  /** All links at this time that end at a node. */
  linksOf(node) {
    return [...this.up, ...this.radio, ...this.down].filter((e) => e.a === node || e.b === node);
  }

  place(node) { return this.places.subarray(4 * node, 4 * node + 3); }

  isKnown(node) { return this.places[4 * node + 3] === 1; }

  /** Length of the straight line between two nodes [km]. */
  lengthKm(a, b) {
    const p = this.place(a);
    const q = this.place(b);
    return EARTH_KM * Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
  }

  /** Latitude, longitude [deg] and height over WGS-84 [km]; Bowring's formula. */
  geodetic(node) {
    const [x, y, z] = this.place(node);
    const b = 1 - FLATTENING;
    const e2 = 1 - b * b;
    const p = Math.hypot(x, y);
    const u = Math.atan2(z, p * b);
    const latitude = Math.atan2(
      z + (e2 / b) * Math.sin(u) ** 3, p - e2 * Math.cos(u) ** 3);
    const n = 1 / Math.sqrt(1 - e2 * Math.sin(latitude) ** 2);
    const height = Math.abs(latitude) < 1
      ? p / Math.cos(latitude) - n : z / Math.sin(latitude) - n * (1 - e2);
    const degrees = 180 / Math.PI;
    return [latitude * degrees, Math.atan2(y, x) * degrees, height * EARTH_KM];
  }

  /** Whether the Earth's shadow, taken as a cylinder, is not on a node. */
  isSunlit(node) {
    const r = this.place(node);
    const along = dot(r, this.sun);
    return along > 0 || dot(r, r) - along * along > 1;
  }

  /** The place in a series of the last instant at or before the time; -1 before the first. */
  indexAt(series) {
    let low = 0;
    let high = series.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (series.times[middle] <= this.seconds + 1e-6) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** The nodes of a series' route at the time; none where there is no route. */
  routeOf(series) {
    const index = this.indexAt(series);
    const route = index < 0 ? -1 : series.routes[index];
    return route < 0 ? [] : this.routes[route];
  }
}

const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const cross = (a, b) => [
  a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
const normalized = (a) => {
  const length = Math.hypot(a[0], a[1], a[2]) || 1;
  return [a[0] / length, a[1] / length, a[2] / length];
};

/** A place on the ellipsoid, in Earth radii. */
function onEarth(latitudeDeg, longitudeDeg, lift = 1) {
  const latitude = (latitudeDeg * Math.PI) / 180;
  const longitude = (longitudeDeg * Math.PI) / 180;
  const e2 = FLATTENING * (2 - FLATTENING);
  const n = lift / Math.sqrt(1 - e2 * Math.sin(latitude) ** 2);
  return [
    n * Math.cos(latitude) * Math.cos(longitude), n * Math.cos(latitude) * Math.sin(longitude),
    n * (1 - e2) * Math.sin(latitude)];
}
