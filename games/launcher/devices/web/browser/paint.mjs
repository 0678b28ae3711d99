// Layers of wet paint. Where a brush prints, how it mixes and runs dry is decided in Python; here each print is drawn.

import * as op from "./operations.mjs";

const TILE = 128; // pixels; undo steps are stored as squares of this size
const MARKS = 60; // undo steps kept, ...
const ROOM = 96_000_000; // bytes; ... fewer if together they take more than this
const SPACING = 6; // steps of a smear per radius
const SPOT = [[0, 1], [0.55, 1], [0.685, 0.82], [0.865, 0.18], [1, 0]]; // opacity of a spot, from its middle outwards
const KEPT = 16; // brushes whose prints are kept
const CPU = { willReadFrequently: true }; // a brush looks at what it prints on: the pixels must not lie on a graphics card

export class Paint {
  // make(width, height): a new canvas.
  constructor(make, texts) {
    this.make = make;
    this.texts = texts;
    this.layers = new Map();
    this.prints = new Map();
    this.base = null;
  }

  bristles(body, longest, relief, side) {
    this.base = [body, longest, relief].map((premultiplied) => {
      const sheet = this.make(side, side), x = sheet.getContext("2d"), data = x.createImageData(side, side);
      for (let k = 0; k < premultiplied.length; k += 4) {
        const light = premultiplied[k] > 0 ? 255 : 0; // white or black, as strong as its opacity
        data.data.set([light, light, light, premultiplied[k + 3]], k);
      }
      x.putImageData(data, 0, 0);
      return sheet;
    });
    this.prints.clear();
  }

  // Carries out operations; returns what was seen where it was told to look last.
  run(q) {
    let seen = [];
    for (let i = 0; i < q.length; ) {
      const operation = q[i], layer = this.layers.get(q[i + 1]), v = i + 2;
      switch (operation) {
        case op.BEGIN: this.begin(q[i + 1], q[v], q[v + 1]); i += 4; break;
        case op.DAB: this.dab(layer, q[v], q[v + 1], q[v + 2], this.texts[q[v + 3]]); i += 6; break;
        case op.SMEAR: this.smear(layer, ...q.slice(v, v + 6)); i += 8; break;
        case op.TOUCH: touch(this.make, layer, q[v], q[v + 1], q[v + 2], q[v + 3]); i += 6; break;
        case op.PRINT: this.print(layer, ...q.slice(v, v + 8)); i += 10; break;
        case op.DRAG: this.drag(layer, ...q.slice(v, v + 6)); i += 8; break;
        case op.LOOK: seen = look(layer, q[v], q[v + 1], q[v + 2], q[v + 3]); i += 6; break;
        case op.CLEAR: this.clear(layer); i += 2; break;
        case op.MARK: mark(layer); i += 2; break;
        case op.BACK: this.back(layer); i += 2; break;
        case op.FORTH: this.forth(layer); i += 2; break;
        case op.FORGET: this.layers.delete(q[i + 1]); i += 2; break;
        default: throw new Error(`${operation} is no operation on paint`);
      }
    }
    return seen;
  }

  begin(id, wide, high) {
    const sheet = this.make(wide, high);
    // marks: for each undo step, square -> its content before; painted: squares that are not empty
    this.layers.set(id, { sheet, x: sheet.getContext("2d", CPU), wide, high, marks: [], undone: [], painted: new Set() });
  }

  spot(radius, colour) {
    const x = this.make(2 * radius, 2 * radius).getContext("2d", CPU), run = x.createRadialGradient(radius, radius, 0, radius, radius, radius);
    const whole = colour.length === 9 ? parseInt(colour.slice(7), 16) : 255;
    for (const [at, share] of SPOT) run.addColorStop(at, colour.slice(0, 7) + Math.round(whole * share).toString(16).padStart(2, "0"));
    x.fillStyle = run;
    x.fillRect(0, 0, 2 * radius, 2 * radius);
    return x.canvas;
  }

  dab(layer, x, y, radius, colour) {
    touch(this.make, layer, x - radius, y - radius, 2 * radius, 2 * radius);
    layer.x.drawImage(this.spot(radius, colour), x - radius, y - radius);
  }

  // Each step copies some of the paint one step further, and the next one picks that up: it is carried along, and runs out.
  smear(layer, x0, y0, x1, y1, radius, strength) {
    const side = 2 * radius, steps = Math.max(1, Math.round((Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0)) * SPACING) / radius));
    const mask = this.spot(radius, "#FFFFFF"), own = this.make(side, side).getContext("2d", CPU);
    touch(this.make, layer, Math.min(x0, x1) - radius, Math.min(y0, y1) - radius, Math.abs(x1 - x0) + side, Math.abs(y1 - y0) + side);
    let [left, top] = [x0 - radius, y0 - radius];
    for (let step = 1; step <= steps; step++) {
      const [toLeft, toTop] = [x0 + Math.round(((x1 - x0) * step) / steps) - radius, y0 + Math.round(((y1 - y0) * step) / steps) - radius];
      lift(own, layer, left, top, side, mask);
      layer.x.globalAlpha = strength;
      layer.x.drawImage(own.canvas, toLeft, toTop);
      layer.x.globalAlpha = 1;
      [left, top] = [toLeft, toTop];
    }
  }

  brush(radius) {
    let found = this.prints.get(radius);
    if (!found) {
      const side = 2 * radius;
      const [body, longest, relief] = this.base.map((sheet) => {
        const x = this.make(side, side).getContext("2d", CPU);
        x.imageSmoothingQuality = "high";
        x.drawImage(sheet, 0, 0, side, side);
        return x.canvas;
      });
      found = { body, longest, relief, side, own: this.make(side, side).getContext("2d", CPU) };
      if (this.prints.size >= KEPT) this.prints.delete(this.prints.keys().next().value);
      this.prints.set(radius, found);
    }
    return found;
  }

  print(layer, radius, left, top, red, green, blue, opacity, full) {
    const { body, longest, relief, side, own } = this.brush(radius);
    if (opacity <= 0) return;
    const part = 255 / opacity; // colours come premultiplied
    own.globalCompositeOperation = "copy";
    own.fillStyle = `rgba(${[red, green, blue].map((band) => Math.min(255, Math.round(band * part))).join()},${opacity / 255})`;
    own.fillRect(0, 0, side, side);
    own.globalCompositeOperation = "destination-in";
    own.drawImage(full ? body : longest, 0, 0);
    own.globalCompositeOperation = "source-over";
    if (full) own.drawImage(relief, 0, 0);
    layer.x.drawImage(own.canvas, left, top);
  }

  drag(layer, radius, fromLeft, fromTop, left, top, strength) {
    const { body, side, own } = this.brush(radius);
    lift(own, layer, fromLeft, fromTop, side, body);
    layer.x.globalAlpha = Math.min(1, strength / 255);
    layer.x.drawImage(own.canvas, left, top);
    layer.x.globalAlpha = 1;
  }

  clear(layer) {
    for (const square of [...layer.painted]) {
      const [column, row] = place(square);
      touch(this.make, layer, column * TILE, row * TILE, TILE, TILE);
    }
    layer.x.clearRect(0, 0, layer.wide, layer.high);
    layer.painted.clear();
  }

  back(layer) {
    const before = layer.marks.pop();
    if (!before) return;
    layer.undone.push([before, new Map([...before.keys()].map((square) => [square, copied(this.make, layer, square)]))]);
    restore(layer, before);
  }

  forth(layer) {
    const step = layer.undone.pop();
    if (!step) return;
    layer.marks.push(step[0]);
    restore(layer, step[1]);
  }
}

const name = (column, row) => row * 4096 + column;
const place = (square) => [square % 4096, Math.floor(square / 4096)];

// What lies there, as far as the mask covers it.
function lift(own, layer, left, top, side, mask) {
  own.globalCompositeOperation = "source-over";
  own.clearRect(0, 0, side, side);
  own.drawImage(layer.sheet, left, top, side, side, 0, 0, side, side);
  own.globalCompositeOperation = "destination-in";
  own.drawImage(mask, 0, 0);
  own.globalCompositeOperation = "source-over";
}

// Stores the squares under this area for undo, once for each mark.
function touch(make, layer, left, top, wide, high) {
  const step = layer.marks[layer.marks.length - 1];
  const right = Math.min(layer.wide, left + wide) - 1, bottom = Math.min(layer.high, top + high) - 1;
  for (let row = Math.floor(Math.max(0, top) / TILE); row * TILE <= bottom; row++)
    for (let column = Math.floor(Math.max(0, left) / TILE); column * TILE <= right; column++) {
      const square = name(column, row);
      if (step && !step.has(square)) step.set(square, copied(make, layer, square));
      layer.painted.add(square);
    }
}

function copied(make, layer, square) {
  if (!layer.painted.has(square)) return null;
  const [column, row] = place(square), sheet = make(TILE, TILE);
  sheet.getContext("2d", CPU).drawImage(layer.sheet, column * TILE, row * TILE, TILE, TILE, 0, 0, TILE, TILE);
  return sheet;
}

function restore(layer, squares) {
  for (const [square, sheet] of squares) {
    const [column, row] = place(square);
    layer.x.clearRect(column * TILE, row * TILE, TILE, TILE);
    if (sheet) layer.x.drawImage(sheet, column * TILE, row * TILE);
    layer.painted[sheet ? "add" : "delete"](square);
  }
}

function mark(layer) {
  layer.undone = [];
  layer.marks.push(new Map());
  const bytes = () => layer.marks.reduce((sum, step) => sum + [...step.values()].filter(Boolean).length, 0) * TILE * TILE * 4;
  while (layer.marks.length > MARKS || (layer.marks.length > 1 && bytes() > ROOM)) layer.marks.shift();
}

// The mean colour there, premultiplied; nothing if it lies outside.
function look(layer, left, top, wide, high) {
  const l = Math.max(0, left), t = Math.max(0, top);
  const w = Math.min(layer.wide, left + wide) - l, h = Math.min(layer.high, top + high) - t;
  if (w <= 0 || h <= 0) return [];
  const pixels = layer.x.getImageData(l, t, w, h).data, sum = [0, 0, 0, 0];
  for (let k = 0; k < pixels.length; k += 4) {
    const opacity = pixels[k + 3];
    for (let band = 0; band < 3; band++) sum[band] += (pixels[k + band] * opacity) / 255;
    sum[3] += opacity;
  }
  return sum.map((value) => (value * 4) / pixels.length);
}
