// Input, sounds and kept files, without a browser.

import assert from "node:assert/strict";
import test from "node:test";
import { Input } from "../../games/launcher/devices/web/browser/input.mjs";
import { Speaker } from "../../games/launcher/devices/web/browser/sound.mjs";
import { wakeLock } from "../../games/launcher/devices/web/browser/page.mjs";

class Element extends EventTarget {
  width = 2000;
  height = 1000;
  getBoundingClientRect = () => ({ left: 0, top: 0, width: 1000, height: 500 });
  setPointerCapture = () => {};
}

function pointer(name, values, coalesced) {
  const event = new Event(name, { cancelable: true });
  const all = { pointerId: 5, clientX: 10, clientY: 20, pointerType: "touch", button: 0, buttons: 1, ...values };
  for (const [key, value] of Object.entries(all)) Object.defineProperty(event, key, { value });
  if (values.at !== undefined) Object.defineProperty(event, "timeStamp", { value: values.at });
  if (coalesced) event.getCoalescedEvents = () => coalesced;
  return event;
}

const rows = (numbers) => Array.from({ length: numbers.length / 8 }, (_, n) => numbers.slice(8 * n, 8 * n + 8));

test("an event comes with its own time and in pixels of the screen", () => {
  const canvas = new Element(), input = new Input(canvas, new EventTarget());
  canvas.dispatchEvent(pointer("pointerdown", { at: 1234 }));
  assert.deepEqual(rows(input.take().pointers), [[0, 5, 20, 40, 1.234, 0, 1, 1]]);
  assert.deepEqual(input.take().pointers, [], "it is taken once");
});

test("no movement that the browser put together is left out", () => {
  const canvas = new Element(), input = new Input(canvas, new EventTarget());
  const moves = [1, 2, 3].map((n) => pointer("pointermove", { at: 1000 + n, clientX: n }));
  canvas.dispatchEvent(pointer("pointermove", { at: 1003, clientX: 3 }, moves));
  assert.deepEqual(rows(input.take().pointers).map((row) => [row[0], row[2], row[4]]), [[1, 2, 1.001], [1, 4, 1.002], [1, 6, 1.003]]);
});

test("ten fingers are ten downs and ten ups", () => {
  const canvas = new Element(), input = new Input(canvas, new EventTarget());
  for (const name of ["pointerdown", "pointerup"]) for (let id = 0; id < 10; id++) canvas.dispatchEvent(pointer(name, { pointerId: id }));
  const taken = rows(input.take().pointers);
  assert.deepEqual([0, 2].map((phase) => new Set(taken.filter((row) => row[0] === phase).map((row) => row[1])).size), [10, 10]);
});

test("a contact that the system takes away is no lift", () => {
  const canvas = new Element(), input = new Input(canvas, new EventTarget());
  canvas.dispatchEvent(pointer("pointercancel", {}));
  assert.equal(rows(input.take().pointers)[0][0], 3);
});

test("a key comes with the modifiers that are held", () => {
  const target = new EventTarget(), input = new Input(new Element(), target);
  target.dispatchEvent(Object.assign(new Event("keydown"), { key: "Tab", shiftKey: true }));
  target.dispatchEvent(Object.assign(new Event("keyup"), { key: "Tab" }));
  assert.deepEqual(input.take().keys, [["down", "Tab", "shift"], ["up", "Tab", ""]]);
});

// An audio context that notes what begins.
function sounding() {
  const begun = [], node = () => ({ connect: (next) => next, gain: {}, pan: {} });
  const context = {
    state: "suspended",
    resume: () => (context.state = "running"),
    decodeAudioData: (bytes) => Promise.resolve(bytes),
    createBufferSource: () => ({ ...node(), start() { begun.push(this.buffer); } }),
    createGain: node,
    createStereoPanner: node,
    currentTime: 0,
  };
  return { context, begun };
}

const settled = () => new Promise((done) => setTimeout(done, 5));

test("nothing sounds before the first touch, and from then on everything does", async () => {
  const { context, begun } = sounding(), asked = [];
  const get = (address) => (asked.push(address), Promise.resolve({ arrayBuffer: () => Promise.resolve(address) }));
  const speaker = new Speaker((name) => (name === "land" ? "sounds/land.ogg" : undefined), () => context, get);
  speaker.play("land", 0, 1);
  await settled();
  assert.deepEqual(begun, []);
  speaker.unlock();
  speaker.play("land", 0, 1);
  await settled();
  speaker.play("land_3", 0, 1); // this step has no sound of its own
  await settled();
  assert.equal(context.state, "running");
  assert.deepEqual(begun, ["sounds/land.ogg", "sounds/land.ogg"]);
});

test("a sound that is not there is asked for once and silent", async () => {
  const { context } = sounding();
  let asked = 0;
  const speaker = new Speaker(() => "x", () => context, () => (asked++, Promise.reject(new Error("gone"))));
  speaker.unlock();
  speaker.play("x", 0, 1);
  await settled();
  speaker.play("x", 0, 1);
  assert.equal(asked, 1);
});

test("a room is heard from the first touch on, once, and fades when it is left; music comes beside it", async () => {
  const { context, begun } = sounding(), faded = [], stopped = [];
  const source = context.createBufferSource;
  context.createBufferSource = () => ({ ...source(), stop() { stopped.push(this.buffer); } });
  context.createGain = () => ({ connect: (next) => next, gain: { setTargetAtTime: (loudness) => faded.push(loudness) } });
  const get = (address) => Promise.resolve({ arrayBuffer: () => Promise.resolve(address) });
  const speaker = new Speaker((name) => name, () => context, get);
  speaker.around("beans", 0.7, 0);
  assert.deepEqual(begun, []);
  speaker.unlock();
  speaker.unlock();
  await settled();
  assert.deepEqual([begun, faded], [["room_beans"], [0.7]]);
  speaker.around("", 0, 0.5);
  await settled();
  assert.deepEqual([begun, stopped], [["room_beans", "music"], ["room_beans"]]);
  assert.deepEqual(faded.slice(1), [0, 0.5]);
});

test("the screen stays awake as long as it is wanted", async () => {
  const locks = [];
  const navigator = { wakeLock: { request: () => { const lock = { released: false, release: async () => (lock.released = true) }; locks.push(lock); return Promise.resolve(lock); } } };
  const wake = wakeLock(navigator);
  await wake(true);
  await wake(true);
  assert.equal(locks.length, 1);
  locks[0].released = true; // the page was hidden
  await wake(true);
  assert.equal(locks.length, 2);
  await wake(false);
  assert.ok(locks[1].released);
});

test("a browser that keeps no screen awake is not asked to", async () => {
  await wakeLock({})(true);
});
