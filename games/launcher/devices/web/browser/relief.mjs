// Soft bodies of dough or clay: a height field, lit from the upper left at a coarse scale and scaled up smoothly.
//
// The height comes from the blurred form: it rises from the rim inwards, and dents are pressed into it. Light is the
// difference of the height on both sides of a place: slopes towards the light are pale, the others deep. The numbers are
// those of the other device (pygame/shapes/relief.py).

const CELLS_PER_ROUND = 9; // cells of the height field in the width of a rounded rim
const ASIDE = [0.55, 0.83]; // where a shadow falls, for each pixel that it falls aside
const OUTSIDE = 104 / 255; // the blurred form at its rim
const STEEP = 3; // how much steep slopes are coloured
const FADED = 0.28; // light that the rim loses because it is thin

export const rgb = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));

// The means over squares of 2 * half + 1 cells, of a field of wide * high cells.
export function blurred(field, wide, high, half) {
  const size = 2 * half + 1, across = new Float32Array(field.length), out = new Float32Array(field.length);
  for (let r = 0; r < high; r++) {
    let total = 0;
    for (let c = -half; c < wide; c++) {
      if (c + half < wide) total += field[r * wide + c + half];
      if (c - half - 1 >= 0) total -= field[r * wide + c - half - 1];
      if (c >= 0) across[r * wide + c] = total / size;
    }
  }
  for (let c = 0; c < wide; c++) {
    let total = 0;
    for (let r = -half; r < high; r++) {
      if (r + half < high) total += across[(r + half) * wide + c];
      if (r - half - 1 >= 0) total -= across[(r - half - 1) * wide + c];
      if (r >= 0) out[r * wide + c] = total / size;
    }
  }
  return out;
}

// Presses dents into a height field: each deepest in its middle; below 0 it is raised.
export function pressed(height, wide, high, dents) {
  for (const [x, y, radius, depth] of dents) {
    const reach = Math.max(1.5, radius * 1.5);
    for (let r = Math.max(0, Math.floor(y - reach)); r <= Math.min(high - 1, Math.ceil(y + reach)); r++)
      for (let c = Math.max(0, Math.floor(x - reach)); c <= Math.min(wide - 1, Math.ceil(x + reach)); c++) {
        const far = Math.hypot(c + 0.5 - x, r + 0.5 - y) / reach;
        if (far < 1) height[r * wide + c] -= Math.max(-1, Math.min(1, depth)) * (1 - far * far) ** 2;
      }
  }
  for (let k = 0; k < height.length; k++) height[k] = Math.max(0, Math.min(1, height[k]));
}

// The colours (RGBA, opaque) of a height field.
export function lit(height, wide, high, body, pale, deep) {
  const out = new Uint8ClampedArray(4 * wide * high);
  const at = (c, r) => height[Math.max(0, Math.min(high - 1, r)) * wide + Math.max(0, Math.min(wide - 1, c))];
  for (let r = 0; r < high; r++)
    for (let c = 0; c < wide; c++) {
      const slope = 0.5 * (at(c - 1, r - 2) - at(c + 1, r + 2)), thin = FADED * (1 - height[r * wide + c]), k = 4 * (r * wide + c);
      for (let band = 0; band < 3; band++) {
        const down = Math.max(0, body[band] - deep[band]), up = Math.max(0, pale[band] - body[band]);
        const light = slope > 0 ? -slope * Math.min(255, STEEP * down) : -slope * Math.min(255, STEEP * up);
        out[k + band] = body[band] - thin * down + light;
      }
      out[k + 3] = 255;
    }
  return out;
}

function form(x, outlines, solid, dx, dy, scale) {
  x.globalCompositeOperation = solid ? "source-over" : "destination-out";
  x.fillStyle = "#FFFFFF";
  for (const points of outlines) {
    x.beginPath();
    for (let j = 0; j < points.length; j += 2) x.lineTo((points[j] - dx) * scale, (points[j + 1] - dy) * scale);
    x.closePath();
    x.fill();
  }
  x.globalCompositeOperation = "source-over";
}

// The form as numbers from 0 to 1, one for each cell, with empty cells beside the box.
function cells(make, rims, holes, box, cell, beside) {
  const wide = Math.max(1, Math.ceil(box.wide / cell)) + 2 * beside, high = Math.max(1, Math.ceil(box.high / cell)) + 2 * beside;
  const x = make(wide, high).getContext("2d", { willReadFrequently: true });
  form(x, rims, true, box.left - beside * cell, box.top - beside * cell, 1 / cell);
  form(x, holes, false, box.left - beside * cell, box.top - beside * cell, 1 / cell);
  const pixels = x.getImageData(0, 0, wide, high).data, field = new Float32Array(wide * high);
  for (let k = 0; k < field.length; k++) field[k] = pixels[4 * k + 3] / 255;
  return { field, wide, high };
}

function shown(make, pixels, wide, high) {
  const sheet = make(wide, high), x = sheet.getContext("2d"), data = x.createImageData(wide, high);
  data.data.set(pixels);
  x.putImageData(data, 0, 0);
  return sheet;
}

function shadow(x, make, bodies, clay, ox, oy) {
  const { rims, holes, box } = bodies, margin = Math.ceil(2 * clay.lift) + 2, cell = Math.max(2, clay.lift / 3);
  const beside = Math.ceil(margin / cell), half = Math.max(1, Math.round(clay.lift / cell / 2));
  const { field, wide, high } = cells(make, rims, holes, box, cell, beside);
  const soft = blurred(blurred(field, wide, high, half), wide, high, half);
  const [red, green, blue] = rgb(clay.shadow), strength = clay.shadow.length === 9 ? parseInt(clay.shadow.slice(7), 16) : 255;
  const pixels = new Uint8ClampedArray(4 * soft.length);
  for (let k = 0; k < soft.length; k++) pixels.set([red, green, blue, strength * soft[k]], 4 * k);
  const left = box.left - beside * cell + ASIDE[0] * clay.lift - ox, top = box.top - beside * cell + ASIDE[1] * clay.lift - oy;
  x.drawImage(shown(make, pixels, wide, high), left, top, wide * cell, high * cell);
}

// One relief whose operation begins at i: the shadow of all bodies together, then the bodies.
export function relief(x, q, i, ox, oy, texts, make) {
  const [rimCount, holeCount, dentCount] = [q[i + 1], q[i + 2], q[i + 3]];
  const clay = { body: texts[q[i + 4]], pale: texts[q[i + 5]], deep: texts[q[i + 6]], shadow: texts[q[i + 7]], round: q[i + 8], lift: q[i + 9] };
  let k = i + 10;
  const outlines = [];
  for (let j = 0; j < rimCount + holeCount; j++) {
    outlines.push(q.slice(k + 1, k + 1 + 2 * q[k]));
    k += 1 + 2 * q[k];
  }
  const rims = outlines.slice(0, rimCount).filter((one) => one.length > 4), holes = outlines.slice(rimCount);
  const end = k + 4 * dentCount;
  if (!rims.length) return end;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const one of rims)
    for (let j = 0; j < one.length; j += 2) {
      left = Math.min(left, one[j]), right = Math.max(right, one[j]);
      top = Math.min(top, one[j + 1]), bottom = Math.max(bottom, one[j + 1]);
    }
  left = Math.floor(left) - 2, top = Math.floor(top) - 2;
  const box = { left, top, wide: Math.ceil(right) + 2 - left, high: Math.ceil(bottom) + 2 - top };
  if (clay.lift > 0) shadow(x, make, { rims, holes, box }, clay, ox, oy);

  const cell = Math.max(1, clay.round / CELLS_PER_ROUND), half = Math.max(1, Math.round(clay.round / cell / 2)), beside = 2 * half + 2;
  const { field, wide, high } = cells(make, rims, holes, box, cell, beside);
  const height = blurred(blurred(field, wide, high, half), wide, high, half);
  for (let j = 0; j < height.length; j++) height[j] = Math.max(0, height[j] - OUTSIDE) / (1 - OUTSIDE);
  const dents = [];
  for (let j = k; j < end; j += 4)
    dents.push([(q[j] - box.left) / cell + beside, (q[j + 1] - box.top) / cell + beside, q[j + 2] / cell, q[j + 3]]);
  pressed(height, wide, high, dents);
  const light = shown(make, lit(blurred(height, wide, high, 1), wide, high, rgb(clay.body), rgb(clay.pale), rgb(clay.deep)), wide, high);
  const sheet = make(box.wide, box.high), own = sheet.getContext("2d");
  form(own, rims, true, box.left, box.top, 1);
  form(own, holes, false, box.left, box.top, 1);
  own.globalCompositeOperation = "source-in";
  own.drawImage(light, -beside * cell, -beside * cell, wide * cell, high * cell);
  x.drawImage(sheet, box.left - ox, box.top - oy);
  return end;
}
