// The interpreter on a context that writes down what it is told, without a browser.

import assert from "node:assert/strict";
import test from "node:test";
import * as op from "../../games/launcher/devices/web/browser/operations.mjs";
import { Cache } from "../../games/launcher/devices/web/browser/cache.mjs";
import { Interpreter } from "../../games/launcher/devices/web/browser/interpreter.mjs";
import { Pictures } from "../../games/launcher/devices/web/browser/pictures.mjs";
import { blurred, lit, pressed } from "../../games/launcher/devices/web/browser/relief.mjs";
import { faded } from "../../games/launcher/devices/web/browser/shapes.mjs";

// A context: every method that is called and every value that is set is noted.
function context(canvas, notes = []) {
  const values = { canvas, notes };
  const answers = {
    measureText: (words) => ({ width: words.length * 10 }),
    createRadialGradient: () => ({ addColorStop: (...stop) => notes.push(["stop", ...stop]) }),
    getImageData: (left, top, wide, high) => ({ data: new Uint8ClampedArray(4 * wide * high) }),
    createImageData: (wide, high) => ({ data: new Uint8ClampedArray(4 * wide * high) }),
  };
  return new Proxy(values, {
    get: (of, name) => (name in of ? of[name] : (...given) => (notes.push([name, ...given]), answers[name]?.(...given))),
    set: (of, name, value) => (notes.push([`${String(name)} =`, value]), (of[name] = value), true),
  });
}

function make(width, height) {
  const canvas = { width, height };
  canvas.x = context(canvas);
  canvas.getContext = () => canvas.x;
  return canvas;
}

// An interpreter, a target and what is drawn on it; `load`: what comes for a picture.
function started(load = () => Promise.resolve({ width: 40, height: 20 })) {
  const pictures = new Pictures(make, load, (name) => (name === "pause" ? "<svg fill='currentColor'/>" : undefined), () => {});
  const interpreter = new Interpreter(make, pictures), target = make(100, 100);
  interpreter.texts.push("#102030", "words", "picture", "pause", "#FFFFFF00", "#10203080");
  return { interpreter, pictures, target, notes: target.x.notes, run: (...q) => interpreter.run(target.x, Float64Array.from(q), 0, q.length, 0, 0) };
}

const called = (notes, name) => notes.filter((note) => note[0] === name);
const landed = () => new Promise((done) => setTimeout(done));

test("a rectangle is filled in its colour at its place", () => {
  const { run, notes } = started();
  run(op.RECT, 10, 20, 30, 40, 0, 0, 0);
  assert.deepEqual(notes, [["fillStyle =", "#102030"], ["fillRect", 10, 20, 30, 40]]);
});

test("a rim lies within the rectangle", () => {
  const { run, notes } = started();
  run(op.RECT, 10, 20, 30, 40, 0, 4, 0);
  assert.deepEqual(called(notes, "rect"), [["rect", 12, 22, 26, 36]]);
  assert.deepEqual(called(notes, "lineWidth ="), [["lineWidth =", 4]]);
});

test("every operation ends where the next one begins", () => {
  const { run, notes } = started(), dot = [op.RECT, 1, 2, 3, 4, 0, 0, 0];
  const coat = [5, 5, 4, 4, 0, 2, 0, 0, 1, 4];
  const operations = [
    [op.ELLIPSE, 5, 5, 4, 3, 0, 0],
    [op.ARC, 5, 5, 4, 0, 1, 2, 0],
    [op.LINE, 2, 3, 0, 1, 1, 9, 9],
    [op.POLYGON, 3, 0, 1, 1, 9, 1, 9, 9],
    [op.SOFT, 3, 2, 1, 1, 9, 1, 9, 9, ...coat, ...coat],
    [op.GLOW, ...coat],
    [op.SHADE, 2, 3, 5, 1, 1, 9, 9],
    [op.TUBE, 2, 2, 0, 1, 1, 9, 9, 4, 0, 2, 0],
    [op.RELIEF, 1, 1, 1, 0, 0, 0, 5, 9, 3, 3, 1, 1, 20, 1, 20, 20, 3, 5, 5, 8, 5, 8, 8, 4, 4, 3, 0.5],
    [op.TEXT, 1, 5, 5, 12, 0, 0, 1],
    [op.PICTURE, 2, 5, 5, 10, 1, 1, 0, 0, 1, 1],
    [op.ICON, 3, 5, 5, 10, 0],
    [op.TILE, 2, 0, 0, 50, 50, 10, 2],
    [op.CLIP, 0, 0, 9, 9],
    [op.UNCLIP],
    [op.SHEET, 7, 0, 0, 9, 9, dot.length, ...dot],
    [op.PUT, 7, 0, 0],
    [op.DROP, 7],
    [op.PREPARE, dot.length, ...dot],
    [op.AROUND, 0, 0, 9, 9, 2],
    [op.POSED, 2, 5, 5, 10, 1, 1, 0, 0, 1, 1, 0.2, 0.9],
    [op.HELD, 0, 0, 9, 9, 0, 0, 9, 9, 0.5],
    [op.LAYER, 9, 0, 0],
  ];
  for (const operation of operations) run(...operation, ...dot);
  assert.equal(called(notes, "fillRect").filter((note) => note[3] === 3).length, operations.length);
});

test("a number that is no operation is refused", () => {
  assert.throws(() => started().run(999), /999 at 0 is no operation/);
});

test("clips and what they save are balanced", () => {
  const { run, notes } = started();
  run(op.CLIP, 1, 2, 3, 4, op.CLIP, 1, 2, 1, 1, op.UNCLIP, op.UNCLIP);
  assert.equal(called(notes, "save").length, called(notes, "restore").length);
});

test("a line whose first letter is written from right to left runs so", () => {
  for (const [words, direction] of [["words", "ltr"], ["12 \u05d0", "rtl"], ["\u200fmm", "rtl"], ["mm \u05d0", "ltr"], ["12", "ltr"]]) {
    const { interpreter, run, notes } = started();
    interpreter.texts[1] = words;
    run(op.TEXT, 1, 50, 40, 30, 0, 1, 2);
    assert.deepEqual(called(notes, "direction ="), [["direction =", direction]]);
  }
});

test("text stands on a line below its middle, at its anchor", () => {
  const { run, notes } = started();
  run(op.TEXT, 1, 50, 40, 30, 0, 1, 2);
  assert.deepEqual(called(notes, "fillText"), [["fillText", "words", 50, 50]]);
  assert.deepEqual(called(notes, "textAlign ="), [["textAlign =", "right"]]);
  assert.match(called(notes, "font =")[0][1], /^30px HandplayBold/);
});

test("a sheet is drawn once and then shown wherever it is put", () => {
  const { run, notes, interpreter } = started();
  run(op.SHEET, 7, 10, 10, 9, 9, 8, op.RECT, 12, 12, 3, 4, 0, 0, 0, op.PUT, 7, 10, 10, op.PUT, 7, 30, 10);
  const sheet = interpreter.sheets.get(7);
  assert.deepEqual(called(sheet.x.notes, "fillRect"), [["fillRect", 2, 2, 3, 4]]);
  assert.deepEqual(called(notes, "drawImage"), [["drawImage", sheet.sheet, 10, 10], ["drawImage", sheet.sheet, 30, 10]]);
});

test("a sheet whose picture was still on its way is drawn anew when it is there, and not again after that", async () => {
  const { run, interpreter } = started(), show = [op.PUT, 7, 0, 0];
  run(op.SHEET, 7, 0, 0, 50, 50, 11, op.PICTURE, 2, 25, 25, 10, 1, 1, 0, 0, 1, 1, ...show);
  const sheet = interpreter.sheets.get(7);
  assert.equal(called(sheet.x.notes, "drawImage").length, 0);
  await landed();
  run(...show);
  run(...show);
  assert.equal(called(sheet.x.notes, "drawImage").length, 1);
});

test("a picture that does not exist is asked for once", async () => {
  let asked = 0;
  const { run } = started(() => (asked++, Promise.resolve(null)));
  for (let n = 0; n < 3; n++) {
    run(op.PICTURE, 2, 5, 5, 10, 1, 1, 0, 0, 1, 1);
    await landed();
  }
  assert.equal(asked, 1);
});

test("an icon is coloured", async () => {
  const drawings = [];
  const { run } = started((name, svg) => (drawings.push(svg), Promise.resolve({ width: 10, height: 10 })));
  run(op.ICON, 3, 5, 5, 10, 0);
  await landed();
  assert.deepEqual(drawings, ["<svg fill='#102030'/>"]);
});

test("a cache holds no more bytes than it may, and what was used last stays", () => {
  const cache = new Cache(100), closed = [];
  for (const name of ["a", "b", "c"]) cache.put(name, { close: () => closed.push(name) }, 40);
  assert.deepEqual(closed, ["a"]);
  cache.get("b");
  cache.put("d", {}, 40);
  assert.deepEqual(closed, ["a", "c"]);
  assert.ok(cache.held <= 100 && cache.get("b") && cache.get("d"));
});

test("what alone is larger than a cache is kept until the next comes", () => {
  const cache = new Cache(100);
  cache.put("large", 1, 500);
  assert.equal(cache.get("large"), 1);
  cache.put("small", 2, 10);
  assert.equal(cache.get("large"), undefined);
  assert.equal(cache.held, 10);
});

test("a shadow is darkest along its line and gone at its edge", () => {
  assert.equal(faded(0), 1);
  assert.equal(faded(1), 0);
  for (let share = 0; share < 1; share += 0.05) assert.ok(faded(share) >= faded(share + 0.05));
});

test("a blur keeps what is even and spreads what is not", () => {
  const even = new Float32Array(81).fill(0.5);
  assert.ok(Math.abs(blurred(even, 9, 9, 2)[40] - 0.5) < 1e-6);
  const spot = new Float32Array(81);
  spot[40] = 1;
  const spread = blurred(spot, 9, 9, 1);
  assert.ok(Math.abs(spread[40] - 1 / 9) < 1e-6 && Math.abs(spread[30] - 1 / 9) < 1e-6 && spread[0] === 0);
  assert.ok(Math.abs(spread.reduce((sum, value) => sum + value, 0) - 1) < 1e-6);
});

test("a dent is deepest in its middle and never below the table", () => {
  const height = new Float32Array(400).fill(0.8);
  pressed(height, 20, 20, [[10, 10, 4, 0.5]]);
  assert.ok(Math.abs(height[10 * 20 + 10] - 0.3) < 0.05 && height[10 * 20 + 12] > height[10 * 20 + 10] && Math.abs(height[0] - 0.8) < 1e-6);
  pressed(height, 20, 20, [[10, 10, 4, 1]]);
  assert.ok(Math.min(...height) >= 0);
});

test("what is turned to the light is paler than the body, what is turned away is deeper", () => {
  const wide = 20, height = Float32Array.from({ length: 400 }, (_, k) => Math.min(1, Math.min(k % wide, 19 - (k % wide)) / 10));
  const colours = lit(height, wide, 20, [150, 120, 90], [240, 220, 200], [90, 60, 30]);
  const red = (column) => colours[4 * (10 * wide + column)];
  assert.ok(red(4) > red(15), "the left slope faces the light");
});
