// Shapes on a 2D context. Each function takes the context, the numbers of a frame, the index of its operation, where the
// corner of the target lies (ox, oy), and the texts by number; it returns the index of the next operation.

const ROUND = 2 * Math.PI;
const LIGHT = [-0.24, -0.37]; // from the middle of a round band towards the light, in shares of what a layer is narrower
const FADES = [[0.0, 1.0], [0.3, 0.86], [0.55, 0.5], [0.8, 0.14], [1.0, 0.0]]; // a shadow, from its line outwards
const STROKES = 10; // strokes that a shadow along a line is made of
const BEYOND = 60; // radii to which the last colour of a gradient goes on, unless it is transparent

export function rounded(x, left, top, wide, high, radius) {
  x.beginPath();
  const most = Math.min(radius, wide / 2, high / 2);
  if (most >= 1) x.roundRect(left, top, wide, high, most);
  else x.rect(left, top, wide, high);
}

export function rect(x, q, i, ox, oy, texts) {
  const left = q[i + 1] - ox, top = q[i + 2] - oy, wide = q[i + 3], high = q[i + 4], radius = q[i + 5];
  const colour = texts[q[i + 7]];
  if (q[i + 6] > 0) {
    const rim = Math.min(Math.max(1, Math.round(q[i + 6])), Math.ceil(Math.min(wide, high) / 2));
    x.strokeStyle = colour;
    x.lineWidth = rim;
    x.lineJoin = "miter";
    rounded(x, left + rim / 2, top + rim / 2, wide - rim, high - rim, radius - rim / 2);
    x.stroke();
  } else {
    x.fillStyle = colour;
    if (radius < 1) x.fillRect(left, top, wide, high);
    else {
      rounded(x, left, top, wide, high, Math.round(radius));
      x.fill();
    }
  }
  return i + 8;
}

export function ellipse(x, q, i, ox, oy, texts) {
  const across = q[i + 3], down = q[i + 4];
  x.beginPath();
  if (q[i + 5] > 0) {
    const rim = Math.min(Math.max(1, q[i + 5]), across, down);
    x.strokeStyle = texts[q[i + 6]];
    x.lineWidth = rim;
    x.ellipse(q[i + 1] - ox, q[i + 2] - oy, across - rim / 2, down - rim / 2, 0, 0, ROUND);
    x.stroke();
  } else {
    x.fillStyle = texts[q[i + 6]];
    x.ellipse(q[i + 1] - ox, q[i + 2] - oy, across, down, 0, 0, ROUND);
    x.fill();
  }
  return i + 7;
}

export function arc(x, q, i, ox, oy, texts) {
  x.beginPath();
  x.lineCap = "round";
  x.strokeStyle = texts[q[i + 7]];
  x.lineWidth = q[i + 6];
  x.arc(q[i + 1] - ox, q[i + 2] - oy, q[i + 3], q[i + 4], q[i + 5]);
  x.stroke();
  return i + 8;
}

export function trace(x, q, k, n, dx, dy) {
  x.moveTo(q[k] + dx, q[k + 1] + dy);
  for (let j = 1; j < n; j++) x.lineTo(q[k + 2 * j] + dx, q[k + 2 * j + 1] + dy);
}

export function line(x, q, i, ox, oy, texts) {
  const n = q[i + 1], k = i + 4;
  x.strokeStyle = texts[q[i + 3]];
  x.lineWidth = q[i + 2];
  x.lineCap = x.lineJoin = "round";
  x.beginPath();
  trace(x, q, k, n, -ox, -oy);
  if (n === 1) x.lineTo(q[k] - ox + 0.01, q[k + 1] - oy);
  x.stroke();
  return k + 2 * n;
}

export function polygon(x, q, i, ox, oy, texts) {
  const n = q[i + 1], k = i + 3;
  x.fillStyle = texts[q[i + 2]];
  x.beginPath();
  trace(x, q, k, n, -ox, -oy);
  x.closePath();
  x.fill();
  return k + 2 * n;
}

// One gradient whose numbers begin at k; returns the index after them. `fills`: its last colour goes on beyond it.
function gradient(x, q, k, ox, oy, texts, fills) {
  const n = q[k + 5], run = x.createRadialGradient(0, 0, 0, 0, 0, 1), end = k + 6 + 2 * n;
  for (let j = k + 6; j < end; j += 2) run.addColorStop(q[j], texts[q[j + 1]]);
  const last = n ? texts[q[end - 1]] : "", reach = fills && !(last.length === 9 && last.endsWith("00")) ? BEYOND : 1;
  if (n && q[k + 2] > 0 && q[k + 3] > 0) {
    x.save();
    x.translate(q[k] - ox, q[k + 1] - oy);
    x.rotate(q[k + 4]);
    x.scale(q[k + 2], q[k + 3]);
    x.fillStyle = run;
    if (reach === 1) {
      x.beginPath();
      x.arc(0, 0, 1, 0, ROUND);
      x.fill();
    } else x.fillRect(-reach, -reach, 2 * reach, 2 * reach);
    x.restore();
  }
  return end;
}

export function soft(x, q, i, ox, oy, texts) {
  const n = q[i + 1], coats = q[i + 2];
  let k = i + 3;
  x.save();
  x.beginPath();
  trace(x, q, k, n, -ox, -oy);
  x.closePath();
  x.clip();
  k += 2 * n;
  for (let j = 0; j < coats; j++) k = gradient(x, q, k, ox, oy, texts, true);
  x.restore();
  return k;
}

export function glow(x, q, i, ox, oy, texts) {
  return gradient(x, q, i + 1, ox, oy, texts, false);
}

// How dark a shadow is at a share of the way from its line to where it ends.
export function faded(share) {
  for (let j = 1; j < FADES.length; j++) {
    const [at, value] = FADES[j], [from, before] = FADES[j - 1];
    if (share <= at) return before + ((value - before) * (share - from)) / (at - from);
  }
  return 0;
}

// Strokes over each other, from the widest to the narrowest: each darkens what is left, so that together they fade.
export function shade(x, q, i, ox, oy, texts) {
  const n = q[i + 1], width = q[i + 2], colour = texts[q[i + 3]], k = i + 4;
  const whole = colour.length === 9 ? parseInt(colour.slice(7), 16) / 255 : 1;
  x.lineCap = x.lineJoin = "round";
  let under = 0;
  for (let j = STROKES; j > 0; j--) {
    const wanted = whole * faded((j - 0.5) / STROKES), own = (wanted - under) / (1 - under);
    if (own <= 0) continue;
    under = wanted;
    x.strokeStyle = colour.slice(0, 7) + Math.round(255 * own).toString(16).padStart(2, "0");
    x.lineWidth = (width * j) / STROKES;
    x.beginPath();
    trace(x, q, k, n, -ox, -oy);
    x.stroke();
  }
  return k + 2 * n;
}

export function tube(x, q, i, ox, oy, texts) {
  const n = q[i + 1], layers = q[i + 2], k = i + 4, own = k + 2 * n;
  x.lineCap = x.lineJoin = "round";
  for (let j = 0; j < layers; j++) {
    const wide = q[own + 2 * j], less = q[own] - wide;
    x.strokeStyle = texts[q[own + 2 * j + 1]];
    x.lineWidth = wide;
    x.beginPath();
    trace(x, q, k, n, less * LIGHT[0] - ox, less * LIGHT[1] - oy);
    if (q[i + 3]) x.closePath();
    x.stroke();
  }
  return own + 2 * layers;
}
