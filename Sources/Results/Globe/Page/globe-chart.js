/** Lines of a pair: colours that are told apart with any eyes, and dashes that are without colour. */
const SERIES_STYLES = [
  { colour: "#e69f00", dash: [] }, { colour: "#cc79a7", dash: [7, 3] },
  { colour: "#f0e442", dash: [2, 3] }, { colour: "#4fd0a5", dash: [9, 3, 2, 3] },
  { colour: "#8fa8ff", dash: [12, 4] }, { colour: "#ffb59a", dash: [4, 4] },
  { colour: "#ffffff", dash: [1, 4] }, { colour: "#b0e07a", dash: [12, 3, 2, 3, 2, 3] },
];

const tintOf = (index) => [1, 3, 5].map((at) =>
  parseInt(SERIES_STYLES[index % SERIES_STYLES.length].colour.slice(at, at + 2), 16) / 255);

/** Round-trip time over time, beside fibre, with a line at the time of the page. */
class Chart {
  constructor(canvas, scene, seek) {
    this.canvas = canvas;
    this.scene = scene;
    const follow = (event) => {
      const box = canvas.getBoundingClientRect();
      const share = (event.clientX - box.left - this.left) / (this.right - this.left);
      seek(this.from + Math.max(0, Math.min(1, share)) * (this.to - this.from));
    };
    canvas.addEventListener("pointerdown", (event) => {
      canvas.setPointerCapture(event.pointerId);
      follow(event);
    });
    canvas.addEventListener("pointermove", (event) => { if (event.buttons) follow(event); });
  }

  /** Round numbers from low to high, five or so. */
  static ticks(low, high, wanted) {
    const raw = (high - low) / wanted || 1;
    const power = 10 ** Math.floor(Math.log10(raw));
    const step = [1, 2, 2.5, 5, 10].map((x) => x * power).find((x) => x >= raw - 1e-12);
    const ticks = [];
    for (let i = Math.ceil(low / step - 1e-9); i * step <= high + 1e-9; i += 1) {
      ticks.push(Number((i * step).toPrecision(12)));
    }
    return ticks;
  }

  /** The unit of the axis of time: its name and its seconds. */
  static unit(span) {
    if (span <= 900) return ["s", 1];
    return span <= 10800 ? ["min", 60] : ["h", 3600];
  }

  draw(shown) {
    const { canvas, scene } = this;
    const scale = Math.min(window.devicePixelRatio || 1, 2);
    const [width, height] = [canvas.clientWidth, canvas.clientHeight];
    if (width === 0) return;
    canvas.width = width * scale;
    canvas.height = height * scale;
    const context = canvas.getContext("2d");
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.font = "11px Helvetica, Arial, 'Liberation Sans', sans-serif";
    Object.assign(this, { left: 40, right: width - 8, top: 14, bottom: height - 30 });
    this.from = scene.start_s;
    this.to = scene.endS > scene.start_s ? scene.endS : scene.start_s + 1;
    const values = shown.flatMap(({ series }) => [
      ...this.extremes(series), ...(series.fibre_rtt_ms ? [series.fibre_rtt_ms] : [])]);
    let low = values.length > 0 ? Math.min(...values) : 0;
    let high = values.length > 0 ? Math.max(...values) : 1;
    const air = Math.max((high - low) * 0.08, high * 0.01, 1e-3);
    [low, high] = [Math.max(0, low - air), high + air];
    this.x = (seconds) =>
      this.left + ((seconds - this.from) / (this.to - this.from)) * (this.right - this.left);
    this.y = (ms) => this.bottom - ((ms - low) / (high - low)) * (this.bottom - this.top);
    this.axes(context, low, high);
    context.save();
    context.beginPath();
    context.rect(this.left, this.top, this.right - this.left, this.bottom - this.top);
    context.clip();
    for (const { series, index } of shown) this.line(context, series, index);
    const now = this.x(scene.seconds);
    context.setLineDash([]);
    context.strokeStyle = "#ffffff";
    context.lineWidth = 1;
    context.beginPath();
    context.moveTo(now, this.top);
    context.lineTo(now, this.bottom);
    context.stroke();
    context.restore();
  }

  extremes(series) {
    if (!series.extremes) {
      const known = Array.from(series.rttMs).filter((ms) => !Number.isNaN(ms));
      series.extremes = known.length > 0
        ? [known.reduce((a, b) => Math.min(a, b)), known.reduce((a, b) => Math.max(a, b))] : [];
    }
    return series.extremes;
  }

  axes(context, low, high) {
    context.fillStyle = "#a9b6c4";
    context.strokeStyle = "#2a3c50";
    context.lineWidth = 1;
    context.setLineDash([]);
    context.textAlign = "right";
    context.textBaseline = "middle";
    for (const tick of Chart.ticks(low, high, 5)) {
      const y = Math.round(this.y(tick)) + 0.5;
      context.beginPath();
      context.moveTo(this.left, y);
      context.lineTo(this.right, y);
      context.stroke();
      context.fillText(String(tick), this.left - 5, y);
    }
    const [unit, seconds] = Chart.unit(this.to - this.from);
    context.textAlign = "center";
    context.textBaseline = "top";
    for (const tick of Chart.ticks(this.from / seconds, this.to / seconds, 5)) {
      const x = this.x(tick * seconds);
      if (x < this.left - 1 || x > this.right + 1) continue;
      context.fillText(String(tick), Math.min(x, this.right - 6), this.bottom + 4);
    }
    context.fillText(
      `Time since epoch (${unit})`, (this.left + this.right) / 2, this.bottom + 17);
    context.textAlign = "left";
    context.fillText("RTT (ms)", 2, 0);
  }

  line(context, series, index) {
    const style = SERIES_STYLES[index % SERIES_STYLES.length];
    context.strokeStyle = style.colour;
    context.fillStyle = style.colour;
    if (series.fibre_rtt_ms) {
      const y = this.y(series.fibre_rtt_ms);
      context.setLineDash([2, 3]);
      context.lineWidth = 1.5;
      context.beginPath();
      context.moveTo(this.left, y);
      context.lineTo(this.right, y);
      context.stroke();
      context.textAlign = "right";
      context.textBaseline = y - this.top < 16 ? "top" : "bottom";
      context.fillText("fibre", this.right - 4, y - this.top < 16 ? y + 3 : y - 2);
    }
    context.setLineDash(style.dash);
    context.lineWidth = 1.5;
    context.beginPath();
    let isOpen = false;
    const changes = [];
    for (let i = 0; i < series.count; i += 1) {
      const ms = series.rttMs[i];
      if (Number.isNaN(ms)) {
        isOpen = false;
        continue;
      }
      const [x, y] = [this.x(series.times[i]), this.y(ms)];
      if (isOpen) context.lineTo(x, y);
      else context.moveTo(x, y);
      if (isOpen && series.routes[i] !== series.routes[i - 1]) changes.push([x, y]);
      isOpen = true;
    }
    context.stroke();
    context.setLineDash([]);
    if (changes.length > 150) return;
    for (const [x, y] of changes) {
      context.beginPath();
      context.arc(x, y, 1.8, 0, 2 * Math.PI);
      context.fill();
    }
  }
}
