/** The shapes of the Earth: a mesh, a picture of land and sea, lines. */
const Earth = {
  /** Rows and columns of the mesh, 2 degrees apart. */
  rows: 90,
  columns: 180,

  /** Places and picture coordinates of the mesh: x, y, z, u, v; and its triangles. */
  mesh() {
    const vertices = [];
    const triangles = [];
    for (let row = 0; row <= Earth.rows; row += 1) {
      const latitude = 90 - (180 * row) / Earth.rows;
      for (let column = 0; column <= Earth.columns; column += 1) {
        const longitude = (360 * column) / Earth.columns - 180;
        vertices.push(...onEarth(latitude, longitude), column / Earth.columns, row / Earth.rows);
        if (row === Earth.rows || column === Earth.columns) continue;
        const corner = row * (Earth.columns + 1) + column;
        const below = corner + Earth.columns + 1;
        triangles.push(corner, below, corner + 1, corner + 1, below, below + 1);
      }
    }
    return { vertices: new Float32Array(vertices), triangles: new Uint16Array(triangles) };
  },

  /** The picture of land and sea, longitude to the right and latitude upwards. */
  picture(land, width) {
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = width / 2;
    const context = canvas.getContext("2d");
    context.fillStyle = "#123a5c";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.fillStyle = "#5f7257";
    context.strokeStyle = "#5f7257";
    context.beginPath();
    for (const ring of land) {
      for (let i = 0; i < ring.length; i += 2) {
        const x = ((ring[i] / 100 + 180) / 360) * canvas.width;
        const y = ((90 - ring[i + 1] / 100) / 180) * canvas.height;
        if (i === 0) context.moveTo(x, y);
        else context.lineTo(x, y);
      }
      context.closePath();
    }
    context.fill("evenodd");
    // Closes the hairs between neighbours.
    context.stroke();
    return canvas;
  },

  /** The outlines as pairs of places, without the edges at which polygons are cut. */
  outlines(land) {
    const lines = [];
    const isCut = (ring, i) => Math.abs(ring[i]) >= 17999 || ring[i + 1] <= -8990;
    for (const ring of land) {
      for (let i = 0; i + 3 < ring.length; i += 2) {
        if (isCut(ring, i) && isCut(ring, i + 2)) continue;
        Earth.line(lines, ring[i + 1] / 100, ring[i] / 100, ring[i + 3] / 100, ring[i + 2] / 100);
      }
    }
    return new Float32Array(lines);
  },

  /** Meridians and parallels every 30 degrees, as pairs of places. */
  graticule() {
    const lines = [];
    for (let longitude = -180; longitude < 180; longitude += 30) {
      Earth.line(lines, -90, longitude, 90, longitude);
    }
    for (let latitude = -60; latitude <= 60; latitude += 30) {
      Earth.line(lines, latitude, -180, latitude, 180);
    }
    return new Float32Array(lines);
  },

  /** A line that is straight in latitude and longitude, in pieces of two degrees or less. */
  line(lines, fromLatitude, fromLongitude, toLatitude, toLongitude) {
    const span = Math.max(
      Math.abs(toLatitude - fromLatitude), Math.abs(toLongitude - fromLongitude));
    const pieces = Math.max(1, Math.ceil(span / 2));
    const at = (share) => onEarth(
      fromLatitude + (toLatitude - fromLatitude) * share,
      fromLongitude + (toLongitude - fromLongitude) * share, 1.0012);
    for (let i = 0; i < pieces; i += 1) {
      lines.push(...at(i / pieces), ...at((i + 1) / pieces));
    }
  },
};
