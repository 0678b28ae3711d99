// Starts the program: one page at a time, files from the database, Python, then a frame for each of the browser's.

import { Carrier } from "./carrier.mjs";
import { offerHomeScreen } from "./home_screen.mjs";
import { FONTS } from "./interpreter.mjs";
import { Input } from "./input.mjs";
import { Kept } from "./kept.mjs";
import { unpacked } from "./packed.mjs";
import { makePage, wakeLock } from "./page.mjs";
import { Speaker } from "./sound.mjs";
import { Storage } from "./storage.mjs";
import { watchUpdates } from "./updates.mjs";

globalThis.handplayBegun = true; // see early.js
const NAME = "handplay";
const FOLDER = "/kept"; // where the files lie that are kept; see ../starting.py
const ASKED = 300; // ms in which another page answers, where the browser has no locks
const config = JSON.parse(document.getElementById("config").textContent); // written by the build
const { folders } = config;
const spoken = [...(navigator.languages ?? []), navigator.language ?? ""], codes = spoken.map((one) => one.split("-")[0].toLowerCase());
const words = { ...config.words.en, ...config.words[codes.find((one) => config.words[one])] };
const canvas = document.getElementById("table"), cover = document.getElementById("cover"), ring = document.getElementById("ring");
const sentence = document.getElementById("sentence"), notice = document.getElementById("notice");

function say(text) {
  cover.hidden = false;
  ring.hidden = true;
  sentence.textContent = text;
}

// A sentence above the table, until it is pressed; `act` then follows.
let pressed = () => {};
function noticed(text, act = () => {}) {
  notice.hidden = !text;
  notice.textContent = text;
  pressed = act;
}
notice.addEventListener("click", () => {
  noticed("");
  pressed();
});

sentence.textContent = words["browser starting"];
let steps = 0;
function step() {
  steps += 1;
  ring.style.setProperty("--share", String(steps / 6));
}

// Whether no other page has the program open; holds on to that as long as this page lives.
async function alone() {
  if (navigator.locks)
    return new Promise((answer) => {
      navigator.locks.request(NAME, { ifAvailable: true }, (lock) => {
        answer(lock !== null);
        return lock && new Promise(() => {});
      });
    });
  const channel = new BroadcastChannel(NAME); // a page over plain http has no locks
  const taken = new Promise((answer) => {
    channel.onmessage = ({ data }) => data === "here" && answer(false);
    setTimeout(() => answer(true), ASKED);
  });
  channel.postMessage("anybody?");
  const free = await taken;
  channel.onmessage = ({ data }) => free && data === "anybody?" && channel.postMessage("here");
  return free;
}

async function files() {
  try {
    const storage = await Storage.open(NAME);
    navigator.storage?.persist?.();
    return { storage, found: await storage.files() };
  } catch {
    return { storage: null, found: new Map() };
  }
}

const make = globalThis.OffscreenCanvas
  ? (wide, high) => new OffscreenCanvas(wide, high)
  : (wide, high) => Object.assign(document.createElement("canvas"), { width: wide, height: high });

async function load(name, svg) {
  const address = svg ? URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" })) : config.pictures[name] && `${folders.assets}/${config.pictures[name]}`;
  if (!address) return null;
  const image = new Image();
  image.src = address;
  await image.decode();
  if (svg) URL.revokeObjectURL(address);
  return svg ? image : createImageBitmap(image);
}

function fitted() {
  const density = window.devicePixelRatio || 1;
  const size = [Math.max(1, Math.round(window.innerWidth * density)), Math.max(1, Math.round(window.innerHeight * density))];
  return { size, density };
}

function fit() {
  const { size, density } = fitted();
  [canvas.width, canvas.height] = size;
  return { size, density };
}

const shape = () => JSON.stringify([fitted(), Boolean(document.fullscreenElement)]);

async function python() {
  const library = unpacked(`${folders.python}/python_stdlib.zip.zst`), program = unpacked(`${folders.program}/program.zip.zst`);
  const { loadPyodide } = await import(new URL(`${folders.python}/pyodide.mjs`, document.baseURI));
  step();
  const stdLibURL = URL.createObjectURL(new Blob([await library]));
  const py = await loadPyodide({ indexURL: new URL(`${folders.python}/`, document.baseURI).href, stdLibURL });
  URL.revokeObjectURL(stdLibURL);
  step();
  py.unpackArchive(await program, "zip", { extractDir: "/program" });
  py.runPython("import sys; sys.path.insert(0, '/program')");
  step();
  return py;
}

async function start() {
  if (!globalThis.WebAssembly || !CanvasRenderingContext2D.prototype.roundRect || !globalThis.indexedDB) return say(words["browser old"]);
  if (!(await alone())) return say(words["browser open"]);
  step();
  const [{ storage, found }, py, icons] = await Promise.all([
    files(),
    python(),
    fetch(`${folders.assets}/icons.json`).then((answer) => answer.json()),
    ...FONTS.map((font) => document.fonts.load(`20px ${font}`, "A\u05d0")), // Hebrew lies in files of its own
  ]);
  step();
  const kept = new Kept(py.FS, storage), speaker = new Speaker((name) => config.sounds[name] && `${folders.assets}/${config.sounds[name]}`);
  kept.mount(FOLDER, found);
  const lines = []; // for scripts that follow: ?tell
  const page = makePage({
    canvas,
    make,
    load,
    icons,
    speaker,
    kept,
    says: { ended: say, notice: (text) => noticed(text, () => along()) },
    wake: wakeLock(navigator),
    carrier: new Carrier(py.FS),
    told: (some) => lines.push(...some.split("\n").filter(Boolean)),
  });
  const { size, density } = fit(), asked = { spoken: spoken.join(" "), ...Object.fromEntries(new URLSearchParams(location.search)) };
  const program = py.pyimport("games.launcher.devices.web.starting").start(page, ...size, density, JSON.stringify(asked));
  step();
  if ("tell" in asked) globalThis.handplay = { lines, kept, page, program, py };
  run(py, program, kept, new Input(canvas, window, () => speaker.unlock()));
}

let along = () => {}; // shows how to take data along, once the program runs
const seconds = () => performance.now() / 1000;

function run(py, program, kept, input) {
  let stopped = false;
  const empty = py.toPy([]);
  function guarded(act) {
    if (stopped) return;
    try {
      act();
    } catch (error) {
      stopped = true;
      console.error(error);
      say(words["browser stopped"]);
    }
  }
  function frame() {
    const { pointers, keys } = input.take();
    guarded(() => {
      const read = pointers.length ? py.toPy(pointers) : empty;
      program.tick(seconds(), read, keys.length ? JSON.stringify(keys) : "");
      if (read !== empty) read.destroy();
    });
    requestAnimationFrame(frame);
  }
  let before = shape();
  function resized() {
    guarded(() => {
      if (before === shape()) return; // setting a canvas's size, even to the same, would empty it and pause the round
      before = shape();
      const { size, density } = fit();
      program.resize(seconds(), py.toPy(size), density, Boolean(document.fullscreenElement));
    });
  }
  along = () => guarded(() => program.along(seconds()));
  const lost = () => guarded(() => program.lost(seconds()));
  window.addEventListener("resize", resized);
  document.addEventListener("fullscreenchange", resized);
  window.addEventListener("blur", lost);
  window.addEventListener("pagehide", lost);
  window.addEventListener("focus", () => guarded(() => program.found(seconds())));
  document.addEventListener("visibilitychange", () => guarded(() => (document.hidden ? program.lost(seconds()) : program.found(seconds()))));
  if (navigator.serviceWorker && window.isSecureContext)
    watchUpdates(navigator.serviceWorker, {
      playing: () => program.playing(),
      ready: (take) => noticed(words["browser update"], take),
      reload: () => location.reload(),
    }).catch(() => {}); // without it the program runs, but not without a network
  offerHomeScreen(window, { ripe: () => !program.playing() && kept.holds(".hps"), say: noticed, words });
  frame();
  requestAnimationFrame(() => (cover.hidden = true));
}

start().catch((error) => {
  console.error(error);
  const full = error instanceof RangeError || /memory/i.test(error?.message ?? "");
  say(words[full ? "browser memory" : "browser stopped"]);
});
