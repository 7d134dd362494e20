const SHADER_PLACES = `
uniform highp sampler2D places;
uniform mat4 projection;
vec4 placeOf(int node) {
  int width = textureSize(places, 0).x;
  return texelFetch(places, ivec2(node % width, node / width), 0);
}`;

const SHADERS = {
  earth: [`
in vec3 place;
in vec2 at;
uniform mat4 projection;
out vec3 normal;
out vec2 coordinates;
void main() {
  normal = normalize(place);
  coordinates = at;
  gl_Position = projection * vec4(place, 1.0);
}`, `
in vec3 normal;
in vec2 coordinates;
uniform sampler2D picture;
uniform vec3 sun;
uniform vec3 eye;
uniform float night;
out vec4 colour;
void main() {
  vec3 n = normalize(normal);
  float day = mix(1.0, smoothstep(-0.12, 0.1, dot(n, sun)), night);
  vec3 ground = texture(picture, coordinates).rgb;
  vec3 dark = ground * vec3(0.30, 0.33, 0.42);
  float rim = pow(1.0 - max(0.0, dot(n, normalize(eye - n))), 4.0);
  colour = vec4(mix(dark, ground, day) + rim * vec3(0.10, 0.22, 0.34) * (0.35 + 0.65 * day), 1.0);
}`],
  outline: [`
in vec3 place;
uniform mat4 projection;
void main() { gl_Position = projection * vec4(place, 1.0); }`, `
uniform vec4 tint;
out vec4 colour;
void main() { colour = tint; }`],
  point: [SHADER_PLACES + `
in int node;
uniform float size;
void main() {
  vec4 place = placeOf(node);
  gl_Position = place.w > 0.5
    ? projection * vec4(place.xyz * 1.0005, 1.0) : vec4(0.0, 0.0, 2.0, 1.0);
  gl_PointSize = size;
}`, `
uniform vec4 tint;
uniform float size;
out vec4 colour;
void main() {
  float edge = (0.5 - length(gl_PointCoord - 0.5)) * size;
  if (edge <= 0.0) discard;
  float ring = size > 9.0 ? smoothstep(0.8, 2.0, edge) : 1.0;
  colour = vec4(mix(vec3(0.02, 0.05, 0.08), tint.rgb, ring), tint.a * min(1.0, edge));
}`],
  // A link is a strip of constant width on the screen.
  link: [SHADER_PLACES + `
in vec2 corner;
in ivec2 ends;
uniform vec2 viewport;
uniform float width;
out float along;
out float across;
void main() {
  vec4 a = placeOf(ends.x);
  vec4 b = placeOf(ends.y);
  gl_Position = vec4(0.0, 0.0, 2.0, 1.0);
  along = 0.0;
  across = 0.0;
  if (a.w < 0.5 || b.w < 0.5) return;
  vec4 p = projection * vec4(a.xyz * 1.0005, 1.0);
  vec4 q = projection * vec4(b.xyz * 1.0005, 1.0);
  float near = 0.01;
  if (p.w < near && q.w < near) return;
  if (p.w < near) p = mix(p, q, (near - p.w) / (q.w - p.w));
  if (q.w < near) q = mix(q, p, (near - q.w) / (p.w - q.w));
  vec2 from = p.xy / p.w * viewport * 0.5;
  vec2 to = q.xy / q.w * viewport * 0.5;
  vec2 direction = to - from;
  float size = max(length(direction), 1e-4);
  vec2 side = vec2(-direction.y, direction.x) / size;
  vec4 end = corner.x < 0.5 ? p : q;
  float half_width = 0.5 * width + 0.7;
  gl_Position = end + vec4(side * corner.y * half_width * 2.0 / viewport * end.w, 0.0, 0.0);
  along = corner.x * size;
  across = corner.y * half_width;
}`, `
in float along;
in float across;
uniform vec4 tint;
uniform float width;
uniform vec2 dash;
out vec4 colour;
void main() {
  if (dash.x > 0.0 && mod(along, dash.x) > dash.y) discard;
  float cover = clamp(0.5 * width + 0.5 - abs(across), 0.0, 1.0);
  colour = vec4(tint.rgb, tint.a * cover);
}`],
};

/** Draws a scene with WebGL 2. */
class Renderer {
  constructor(canvas, scene) {
    const gl = canvas.getContext("webgl2", { antialias: true, alpha: false });
    if (!gl) throw new Error("This page needs WebGL 2, which this browser does not offer.");
    this.gl = gl;
    this.canvas = canvas;
    this.scene = scene;
    this.programs = {};
    for (const [name, [vertex, fragment]] of Object.entries(SHADERS)) {
      this.programs[name] = this.program(vertex, fragment);
    }
    this.makeEarth();
    this.outlines = this.lines(Earth.outlines(scene.land));
    this.graticule = this.lines(Earth.graticule());
    this.makePlaces();
    /** The corners of a strip, from one end of a link to the other. */
    this.corners = gl.createBuffer();
    gl.bindBuffer(gl.ARRAY_BUFFER, this.corners);
    gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([0, -1, 0, 1, 1, -1, 1, 1]), gl.STATIC_DRAW);
    this.lists = { link: [], node: [] };
    this.allSatellites = Int32Array.from({ length: scene.satellites }, (_, index) => index);
  }

  program(vertex, fragment) {
    const { gl } = this;
    const program = gl.createProgram();
    const head = "#version 300 es\nprecision highp float;\nprecision highp int;\n";
    for (const [type, text] of [[gl.VERTEX_SHADER, vertex], [gl.FRAGMENT_SHADER, fragment]]) {
      const shader = gl.createShader(type);
      gl.shaderSource(shader, head + text);
      gl.compileShader(shader);
      if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS)) {
        throw new Error(gl.getShaderInfoLog(shader));
      }
      gl.attachShader(program, shader);
    }
    ["place", "corner", "node"].forEach((name) => gl.bindAttribLocation(program, 0, name));
    ["at", "ends"].forEach((name) => gl.bindAttribLocation(program, 1, name));
    gl.linkProgram(program);
    if (!gl.getProgramParameter(program, gl.LINK_STATUS)) {
      throw new Error(gl.getProgramInfoLog(program));
    }
    const uniforms = {};
    for (let i = 0; i < gl.getProgramParameter(program, gl.ACTIVE_UNIFORMS); i += 1) {
      const { name } = gl.getActiveUniform(program, i);
      uniforms[name] = gl.getUniformLocation(program, name);
    }
    return { program, uniforms };
  }

  makeEarth() {
    const { gl, scene } = this;
    const { vertices, triangles } = Earth.mesh();
    this.earth = { array: gl.createVertexArray(), count: triangles.length };
    gl.bindVertexArray(this.earth.array);
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bufferData(gl.ARRAY_BUFFER, vertices, gl.STATIC_DRAW);
    gl.enableVertexAttribArray(0);
    gl.vertexAttribPointer(0, 3, gl.FLOAT, false, 20, 0);
    gl.enableVertexAttribArray(1);
    gl.vertexAttribPointer(1, 2, gl.FLOAT, false, 20, 12);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, triangles, gl.STATIC_DRAW);
    gl.bindVertexArray(null);
    this.picture = gl.createTexture();
    gl.activeTexture(gl.TEXTURE1);
    gl.bindTexture(gl.TEXTURE_2D, this.picture);
    const width = Math.min(4096, gl.getParameter(gl.MAX_TEXTURE_SIZE));
    gl.texImage2D(
      gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, Earth.picture(scene.land, width));
    gl.generateMipmap(gl.TEXTURE_2D);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_LINEAR);
  }

  lines(places) {
    const { gl } = this;
    const array = gl.createVertexArray();
    gl.bindVertexArray(array);
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bufferData(gl.ARRAY_BUFFER, places, gl.STATIC_DRAW);
    gl.enableVertexAttribArray(0);
    gl.vertexAttribPointer(0, 3, gl.FLOAT, false, 0, 0);
    return { array, count: places.length / 3 };
  }

  /** The places of the nodes are a picture, which the shaders look up. */
  makePlaces() {
    const { gl, scene } = this;
    this.placeWidth = 256;
    this.placeHeight = Math.max(1, Math.ceil(scene.nodes.length / this.placeWidth));
    this.placePixels = new Float32Array(4 * this.placeWidth * this.placeHeight);
    this.places = gl.createTexture();
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.places);
    gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA32F, this.placeWidth, this.placeHeight);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
  }

  /**
   * Memory for the next list of this frame, of links or nodes: that of the same list of the frame
   * before, larger only where it has grown.
   */
  nextList(kind, size) {
    const { gl } = this;
    const place = this.taken[kind];
    this.taken[kind] += 1;
    let list = this.lists[kind][place];
    if (!list) {
      list = { array: gl.createVertexArray(), buffer: gl.createBuffer(), numbers: new Int32Array(0) };
      this.lists[kind].push(list);
      gl.bindVertexArray(list.array);
      if (kind === "link") {
        gl.bindBuffer(gl.ARRAY_BUFFER, this.corners);
        gl.enableVertexAttribArray(0);
        gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
        gl.bindBuffer(gl.ARRAY_BUFFER, list.buffer);
        gl.enableVertexAttribArray(1);
        gl.vertexAttribIPointer(1, 2, gl.INT, 0, 0);
        gl.vertexAttribDivisor(1, 1);
      } else {
        gl.bindBuffer(gl.ARRAY_BUFFER, list.buffer);
        gl.enableVertexAttribArray(0);
        gl.vertexAttribIPointer(0, 1, gl.INT, 0, 0);
      }
    }
    gl.bindVertexArray(list.array);
    gl.bindBuffer(gl.ARRAY_BUFFER, list.buffer);
    if (list.numbers.length < size) {
      list.numbers = new Int32Array(2 ** Math.ceil(Math.log2(size)));
      gl.bufferData(gl.ARRAY_BUFFER, list.numbers.byteLength, gl.DYNAMIC_DRAW);
    }
    return list.numbers;
  }

  /** Draws a frame. */
  draw(camera, layers) {
    const { gl, canvas, scene } = this;
    const scale = Math.min(window.devicePixelRatio || 1, 2);
    const width = Math.max(1, Math.round(canvas.clientWidth * scale));
    const height = Math.max(1, Math.round(canvas.clientHeight * scale));
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
    }
    this.scale = scale;
    this.taken = { link: 0, node: 0 };
    this.placePixels.set(scene.places);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.places);
    gl.texSubImage2D(
      gl.TEXTURE_2D, 0, 0, 0, this.placeWidth, this.placeHeight, gl.RGBA, gl.FLOAT,
      this.placePixels);
    gl.viewport(0, 0, width, height);
    gl.clearColor(0.02, 0.043, 0.075, 1);
    gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT);
    gl.enable(gl.DEPTH_TEST);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA);
    this.camera = camera;
    this.drawEarth(layers);
    // What follows is hidden by the Earth, and does not hide one another.
    gl.depthMask(false);
    if (layers.lasers) this.drawLinks(layers.up, { tint: [0.34, 0.71, 0.91, 0.42], width: 1 });
    if (layers.broken) {
      this.drawLinks(layers.down, { tint: [1, 0.48, 0.27, 0.95], width: 2, dash: [9, 5] });
    }
    if (layers.radio) {
      this.drawLinks(layers.radioLinks, { tint: [0.79, 0.95, 0.89, 0.6], width: 1.3, dash: [5, 2.5] });
    }
    if (layers.satellites) {
      this.drawPoints(this.allSatellites, [0.96, 0.96, 0.96, 0.9], layers.pointSize);
    }
    for (const route of layers.routes) this.drawRoute(route);
    if (layers.selectedLink) {
      this.drawLinks([layers.selectedLink], { tint: [1, 1, 1, 1], width: 3.5 });
    }
    this.drawPoints(layers.stations, [1, 1, 1, 1], 12);
    if (layers.selectedNodes.length > 0) {
      this.drawPoints(layers.selectedNodes, [0.94, 0.89, 0.26, 1], 14);
    }
    gl.depthMask(true);
    gl.bindVertexArray(null);
  }

  /** The part of a route behind the Earth is thin and broken. */
  drawRoute({ nodes, tint }) {
    const { gl } = this;
    const links = [];
    for (let i = 1; i < nodes.length; i += 1) links.push({ a: nodes[i - 1], b: nodes[i] });
    gl.depthFunc(gl.GREATER);
    this.drawLinks(links, { tint: [...tint, 0.35], width: 2, dash: [6, 3] });
    gl.depthFunc(gl.LESS);
    this.drawLinks(links, { tint: [0.02, 0.05, 0.08, 0.75], width: 6.5 });
    this.drawLinks(links, { tint: [...tint, 1], width: 4 });
    this.drawPoints(nodes, [...tint, 1], 10);
  }

  use(name) {
    const { gl } = this;
    const { program, uniforms } = this.programs[name];
    gl.useProgram(program);
    gl.uniformMatrix4fv(uniforms.projection, false, this.camera.projection);
    return uniforms;
  }

  drawEarth({ night }) {
    const { gl, scene } = this;
    let uniforms = this.use("earth");
    gl.uniform1i(uniforms.picture, 1);
    gl.uniform3fv(uniforms.sun, scene.sun);
    gl.uniform3fv(uniforms.eye, this.camera.eye);
    gl.uniform1f(uniforms.night, night ? 1 : 0);
    gl.bindVertexArray(this.earth.array);
    gl.enable(gl.CULL_FACE);
    gl.drawElements(gl.TRIANGLES, this.earth.count, gl.UNSIGNED_SHORT, 0);
    gl.disable(gl.CULL_FACE);
    uniforms = this.use("outline");
    for (const [lines, tint] of [
      [this.graticule, [0.8, 0.9, 1, 0.13]], [this.outlines, [0.86, 0.9, 0.84, 0.55]]]) {
      gl.uniform4fv(uniforms.tint, tint);
      gl.bindVertexArray(lines.array);
      gl.drawArrays(gl.LINES, 0, lines.count);
    }
  }

  drawLinks(links, { tint, width, dash = [0, 0] }) {
    if (links.length === 0) return;
    const { gl, canvas } = this;
    const ends = this.nextList("link", 2 * links.length);
    for (let i = 0; i < links.length; i += 1) {
      ends[2 * i] = links[i].a;
      ends[2 * i + 1] = links[i].b;
    }
    const uniforms = this.use("link");
    gl.uniform1i(uniforms.places, 0);
    gl.uniform2f(uniforms.viewport, canvas.width, canvas.height);
    gl.uniform1f(uniforms.width, width * this.scale);
    gl.uniform2f(uniforms.dash, dash[0] * this.scale, dash[1] * this.scale);
    gl.uniform4fv(uniforms.tint, tint);
    gl.bufferSubData(gl.ARRAY_BUFFER, 0, ends, 0, 2 * links.length);
    gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, links.length);
  }

  drawPoints(nodes, tint, size) {
    if (nodes.length === 0) return;
    const { gl } = this;
    const numbers = this.nextList("node", nodes.length);
    numbers.set(nodes);
    const uniforms = this.use("point");
    gl.uniform1i(uniforms.places, 0);
    gl.uniform1f(uniforms.size, size * this.scale);
    gl.uniform4fv(uniforms.tint, tint);
    gl.bufferSubData(gl.ARRAY_BUFFER, 0, numbers, 0, nodes.length);
    gl.drawArrays(gl.POINTS, 0, nodes.length);
  }
}

/** Looks at the Earth's centre, north up. */
class Camera {
  /** `reach` is the greatest distance of anything from the Earth's centre. */
  constructor(reach) {
    this.reach = reach;
    this.latitude = 25;
    this.longitude = 0;
    this.distance = 4.2;
    /** How far to the left of the middle the Earth is drawn, as a share of half the width. */
    this.shift = 0;
  }

  update(width, height) {
    this.width = width;
    this.height = height;
    const latitude = (this.latitude * Math.PI) / 180;
    const longitude = (this.longitude * Math.PI) / 180;
    const towards = [
      Math.cos(latitude) * Math.cos(longitude), Math.cos(latitude) * Math.sin(longitude),
      Math.sin(latitude)];
    this.eye = towards.map((value) => value * this.distance);
    const right = [-Math.sin(longitude), Math.cos(longitude), 0];
    const up = cross(towards, right);
    const focal = 1 / Math.tan((18 * Math.PI) / 180);
    // Fits the lesser side of the window.
    const aspect = width / height;
    const sx = aspect < 1 ? focal : focal / aspect;
    const sy = aspect < 1 ? focal * aspect : focal;
    const near = Math.max(0.01, this.distance - this.reach * 1.01);
    const far = this.distance + this.reach * 1.01;
    const depth = (far + near) / (near - far);
    const m = new Float32Array(16);
    for (let axis = 0; axis < 3; axis += 1) {
      // The third row is that of the viewing direction, which is -towards.
      m[4 * axis] = sx * right[axis] + this.shift * towards[axis];
      m[4 * axis + 1] = sy * up[axis];
      m[4 * axis + 2] = depth * towards[axis];
      m[4 * axis + 3] = -towards[axis];
    }
    m[12] = -this.shift * this.distance;
    m[14] = -depth * this.distance + (2 * far * near) / (near - far);
    m[15] = this.distance;
    this.projection = m;
  }

  /** Where a place is on the screen [px], or nothing where the Earth hides it. */
  project(place) {
    const m = this.projection;
    const [x, y, z] = place;
    const w = m[3] * x + m[7] * y + m[11] * z + m[15];
    if (w <= 0.01 || this.isHidden(place)) return null;
    return [
      ((m[0] * x + m[4] * y + m[8] * z + m[12]) / w + 1) * this.width / 2,
      (1 - (m[1] * x + m[5] * y + m[9] * z + m[13]) / w) * this.height / 2];
  }

  isHidden(place) {
    const to = [place[0] - this.eye[0], place[1] - this.eye[1], place[2] - this.eye[2]];
    const a = dot(to, to);
    const b = dot(this.eye, to);
    const c = dot(this.eye, this.eye) - 0.994;
    const inside = b * b - a * c;
    if (inside <= 0) return false;
    const hit = (-b - Math.sqrt(inside)) / a;
    return hit > 0 && hit < 1 - 1e-3;
  }
}
