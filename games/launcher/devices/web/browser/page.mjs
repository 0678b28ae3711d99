// The page as Python sees it (see ../page.py): draws, plays, keeps files, and says what must be said outside the canvas.

import { Interpreter } from "./interpreter.mjs";
import { Pictures } from "./pictures.mjs";

const FREE = () => {};

export function makePage({ canvas, make, load, icons, speaker, kept, says, wake, carrier, told = FREE }) {
  const screen = canvas.getContext("2d", { alpha: false });
  const targets = new Map(); // pictures out of sight
  let shown = null, due = false;

  const pictures = new Pictures(make, load, (name) => icons[name], again);
  const interpreter = new Interpreter(make, pictures);

  function draw(x, numbers) {
    x.setTransform(1, 0, 0, 1, 0, 0);
    x.fillStyle = "#000000";
    x.fillRect(0, 0, x.canvas.width, x.canvas.height);
    interpreter.run(x, numbers, 0, numbers.length, 0, 0);
  }

  // A picture has arrived: draw the last frame again.
  function again() {
    if (due || !shown) return;
    due = true;
    requestAnimationFrame(() => {
      due = false;
      draw(screen, shown);
    });
  }

  const sheetOf = (target) => (target === 0 ? canvas : targets.get(target));

  return {
    interpreter,
    pictures,
    measure: (words, em, bold) => interpreter.measure(words, em, bold),
    strings: (json) => interpreter.texts.push(...JSON.parse(json)),
    draw(target, numbers) {
      const own = numbersOf(numbers);
      if (target === 0) shown = own;
      draw(target === 0 ? screen : targets.get(target).getContext("2d", { alpha: false }), own);
    },
    paint: (numbers) => interpreter.paint.run(numbersOf(numbers)),
    bristles: (body, longest, relief, side) => interpreter.paint.bristles(...[body, longest, relief].map(bytesOf), side),
    hold() {
      const sheet = make(canvas.width, canvas.height);
      sheet.getContext("2d", { alpha: false }).drawImage(canvas, 0, 0);
      interpreter.held = sheet;
    },
    release: () => (interpreter.held = null),
    open(target, wide, high) {
      const sheet = document.createElement("canvas");
      Object.assign(sheet, { width: wide, height: high });
      targets.set(target, sheet);
    },
    copy(target, left, top, wide, high) {
      const number = -1 - targets.size;
      this.open(number, wide, high);
      targets.get(number).getContext("2d", { alpha: false }).drawImage(sheetOf(target), left, top, wide, high, 0, 0, wide, high);
      return number;
    },
    png(target, width) {
      let sheet = sheetOf(target);
      if (width < sheet.width) {
        const small = document.createElement("canvas"), x = small.getContext("2d", { alpha: false });
        Object.assign(small, { width, height: Math.max(1, Math.round((sheet.height * width) / sheet.width)) });
        x.imageSmoothingQuality = "high";
        x.drawImage(sheet, 0, 0, small.width, small.height);
        sheet = small;
      }
      return sheet.toDataURL("image/png").split(",")[1];
    },
    close: (target) => targets.delete(target),
    sound: (name, pan, loudness) => speaker.play(name, pan, loudness),
    around: (room, tone, music) => speaker.around(room, tone, music),
    awake: wake,
    fullscreen() {
      if (document.fullscreenElement) document.exitFullscreen?.();
      else document.documentElement.requestFullscreen?.().catch(FREE);
    },
    ended: says.ended,
    notice: says.notice,
    commit: () => kept.commit(),
    committed: () => kept.done,
    refused: () => kept.refused,
    give: (number, path) => carrier.give(number, path),
    pick: (number, endings) => carrier.pick(number, endings),
    carried: () => carrier.carried(),
    told,
  };
}

// Python's buffers, copied: they may be gone once the call is over.
function numbersOf(buffer) {
  if (buffer instanceof Float64Array) return buffer;
  const view = buffer.getBuffer("f64"), own = view.data.slice();
  view.release();
  return own;
}

function bytesOf(buffer) {
  if (buffer instanceof Uint8Array) return buffer;
  const view = buffer.getBuffer("u8"), own = view.data.slice();
  view.release();
  return own;
}

// Keeps the screen from dimming while it is wanted, where the browser can.
export function wakeLock(navigator) {
  let lock = null, wanted = false;
  return async (on) => {
    wanted = on;
    if (!navigator.wakeLock) return;
    try {
      if (!on) {
        await lock?.release();
        lock = null;
      } else if (!lock || lock.released) {
        const taken = await navigator.wakeLock.request("screen");
        if (wanted) lock = taken;
        else await taken.release();
      }
    } catch {
      // the browser does not allow it now, such as on a battery that is nearly empty
    }
  };
}
