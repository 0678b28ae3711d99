// Draws what a canvas recorded: one buffer of numbers for each frame (what they mean: ../canvas/operations.py).

import * as op from "./operations.mjs";
import * as shapes from "./shapes.mjs";
import { relief } from "./relief.mjs";
import { Paint } from "./paint.mjs";

export const FONTS = ["Handplay", "HandplayBold"];
const ANCHORS = ["left", "center", "right"];
const MIDDLE = 0.334; // em from the middle of a line down to where its letters stand

export class Interpreter {
  // make(width, height): a new canvas.
  constructor(make, pictures) {
    this.make = make;
    this.pictures = pictures;
    this.texts = [];
    this.paint = new Paint(make, this.texts);
    this.sheets = new Map(); // number -> a part that is drawn once and kept
    this.held = null; // a picture that was seen, while the next screen grows over it
    this.scratch = make(1, 1).getContext("2d");
    this.draws = [];
    const draw = (operation, how) => (this.draws[operation] = how);
    draw(op.RECT, shapes.rect);
    draw(op.ELLIPSE, shapes.ellipse);
    draw(op.ARC, shapes.arc);
    draw(op.LINE, shapes.line);
    draw(op.POLYGON, shapes.polygon);
    draw(op.SOFT, shapes.soft);
    draw(op.GLOW, shapes.glow);
    draw(op.SHADE, shapes.shade);
    draw(op.TUBE, shapes.tube);
    draw(op.RELIEF, (x, q, i, ox, oy, texts) => relief(x, q, i, ox, oy, texts, make));
    draw(op.TEXT, text);
    draw(op.PICTURE, (x, q, i, ox, oy, texts) => this.picture(x, q, i, ox, oy, texts));
    draw(op.POSED, (x, q, i, ox, oy, texts) => this.posed(x, q, i, ox, oy, texts));
    draw(op.ICON, (x, q, i, ox, oy, texts) => this.icon(x, q, i, ox, oy, texts));
    draw(op.TILE, (x, q, i, ox, oy, texts) => this.tile(x, q, i, ox, oy, texts));
    draw(op.CLIP, clip);
    draw(op.UNCLIP, (x, q, i) => (x.restore(), i + 1));
    draw(op.SHEET, (x, q, i) => this.keep(q, i));
    draw(op.PUT, (x, q, i, ox, oy) => this.put(x, q, i, ox, oy));
    draw(op.DROP, (x, q, i) => (this.sheets.delete(q[i + 1]), i + 2));
    draw(op.PREPARE, (x, q, i) => (this.run(this.scratch, q, i + 2, i + 2 + q[i + 1], 0, 0), i + 2 + q[i + 1]));
    draw(op.LAYER, (x, q, i, ox, oy) => this.layer(x, q, i, ox, oy));
    draw(op.AROUND, (x, q, i) => this.heldAround(x, q, i));
    draw(op.HELD, (x, q, i) => this.heldPart(x, q, i));
  }

  // Draws the operations from index i up to `end`; the target's corner lies at ox, oy.
  run(x, q, i, end, ox, oy) {
    while (i < end) {
      const how = this.draws[q[i]];
      if (!how) throw new Error(`${q[i]} at ${i} is no operation`);
      i = how(x, q, i, ox, oy, this.texts);
    }
  }

  measure(words, em, bold) {
    this.scratch.font = `${em}px ${FONTS[bold ? 1 : 0]}, sans-serif`;
    return this.scratch.measureText(words).width;
  }

  picture(x, q, i, ox, oy, texts) {
    const found = this.pictures.picture(texts[q[i + 1]], q[i + 4], q[i + 6], q[i + 7], q[i + 8], q[i + 9], q[i + 10]);
    if (found) {
      x.globalAlpha = q[i + 5];
      x.drawImage(found, Math.round(q[i + 2] - ox - found.width / 2), Math.round(q[i + 3] - oy - found.height / 2));
      x.globalAlpha = 1;
    }
    return i + 11;
  }

  posed(x, q, i, ox, oy, texts) {
    const tall = q[i + 12];
    x.save();
    x.translate(q[i + 2] - ox, q[i + 3] - oy);
    x.rotate(q[i + 11]);
    x.scale(1 / tall, tall);
    this.picture(x, q, i, q[i + 2], q[i + 3], texts);
    x.restore();
    return i + 13;
  }

  icon(x, q, i, ox, oy, texts) {
    const size = q[i + 4], found = this.pictures.icon(texts[q[i + 1]], size, texts[q[i + 5]]);
    if (found) x.drawImage(found, Math.round(q[i + 2] - ox - size / 2), Math.round(q[i + 3] - oy - size / 2));
    return i + 6;
  }

  tile(x, q, i, ox, oy, texts) {
    const found = this.pictures.picture(texts[q[i + 1]], q[i + 6]);
    if (found) {
      const left = q[i + 2] - ox, top = q[i + 3] - oy;
      x.save();
      x.translate(left, top); // the first tile lies in the corner
      shapes.rounded(x, 0, 0, q[i + 4], q[i + 5], q[i + 7]);
      x.fillStyle = x.createPattern(found, "repeat");
      x.fill();
      x.restore();
    }
    return i + 8;
  }

  // A sheet is drawn anew as long as pictures of it are on their way.
  keep(q, i) {
    const [number, left, top, wide, high, n] = q.slice(i + 1, i + 7);
    const known = this.sheets.get(number), same = known && known.wide === wide && known.high === high;
    const sheet = same ? known.sheet : this.make(wide, high);
    const kept = { sheet, x: sheet.getContext("2d"), left, top, wide, high, numbers: q.slice(i + 7, i + 7 + n), stale: true };
    this.sheets.set(number, kept);
    this.fill(kept);
    return i + 7 + n;
  }

  fill(kept) {
    const around = this.pictures.missing;
    this.pictures.missing = false;
    kept.x.clearRect(0, 0, kept.wide, kept.high);
    this.run(kept.x, kept.numbers, 0, kept.numbers.length, kept.left, kept.top);
    kept.stale = this.pictures.missing;
    this.pictures.missing = around || kept.stale;
  }

  put(x, q, i, ox, oy) {
    const kept = this.sheets.get(q[i + 1]);
    if (kept) {
      if (kept.stale) this.fill(kept);
      x.drawImage(kept.sheet, q[i + 2] - ox, q[i + 3] - oy);
    }
    return i + 4;
  }

  layer(x, q, i, ox, oy) {
    const found = this.paint.layers.get(q[i + 1]);
    if (found) x.drawImage(found.sheet, q[i + 2] - ox, q[i + 3] - oy);
    return i + 4;
  }

  heldAround(x, q, i) {
    if (this.held) {
      const { width, height } = this.held;
      x.save();
      shapes.rounded(x, q[i + 1], q[i + 2], q[i + 3], q[i + 4], q[i + 5]);
      x.rect(0, 0, width, height);
      x.clip("evenodd");
      x.drawImage(this.held, 0, 0);
      x.restore();
    }
    return i + 6;
  }

  heldPart(x, q, i) {
    if (this.held) {
      x.globalAlpha = q[i + 9];
      x.drawImage(this.held, ...q.slice(i + 1, i + 9));
      x.globalAlpha = 1;
    }
    return i + 10;
  }
}

// Whether the first letter with a direction is written from right to left: then the whole line is.
const LEFTWARDS = /^[^\p{L}\u200e\u200f]*[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc]/u;

function text(x, q, i, ox, oy, texts) {
  const em = q[i + 4];
  x.font = `${em}px ${FONTS[q[i + 6]]}, sans-serif`;
  x.fillStyle = texts[q[i + 5]];
  x.textAlign = ANCHORS[q[i + 7]];
  x.textBaseline = "alphabetic";
  x.direction = LEFTWARDS.test(texts[q[i + 1]]) ? "rtl" : "ltr";
  x.fillText(texts[q[i + 1]], q[i + 2] - ox, Math.round(q[i + 3] - oy + MIDDLE * em));
  return i + 8;
}

function clip(x, q, i, ox, oy) {
  x.save();
  x.beginPath();
  x.rect(q[i + 1] - ox, q[i + 2] - oy, q[i + 3], q[i + 4]);
  x.clip();
  return i + 5;
}
