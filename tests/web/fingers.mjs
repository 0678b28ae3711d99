// A browser with the program in it, and fingers on its screen.

import fs from "node:fs";
import { pathToFileURL } from "node:url";
import path from "node:path";

const modules = path.resolve(process.env.HANDPLAY_MODULES ?? "node_modules");
const { chromium } = (await import(pathToFileURL(path.join(modules, "playwright-core", "index.js")))).default;
export const LONG = 240_000; // ms; a machine may be busy
const PATIENCE = 5000; // ms after which somebody presses again
const SETTLED = 1200; // ms; a touch right after a page has changed is not meant for it, and the program takes none
export const wait = (ms) => new Promise((done) => setTimeout(done, ms));

const STATE = `
import js, json
window = js.handplay.program
screen = window._app.screen
found = [one.middle * window.display.px_per_mm for one in screen.controls if one.id == "carry on"]
json.dumps({"paused": screen.block.paused, "middle": [found[0].x, found[0].y] if found else None})`;
const HAND = fs.readFileSync(new URL("hand.py", import.meta.url), "utf8");

// A machine that is busy pauses a round by itself, when it could not look for fingers for a while.
export const paused = (line) => line.screen === "play" && line.controls.some((one) => one.id === "carry on");

// A browser whose data lie in a folder, so that they are there when it is opened again.
export async function browser(folder, density = 1) {
  return chromium.launchPersistentContext(folder, {
    executablePath: process.env.HANDPLAY_CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: density,
    hasTouch: true,
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}

// One page of the program. `asked`: addresses of all requests; `errors`: what went wrong in it.
export class Player {
  constructor(page, density = 1) {
    Object.assign(this, { page, density, asked: [], errors: [], read: 0 });
    page.on("request", (request) => this.asked.push(request.url()));
    page.on("pageerror", (error) => this.errors.push(error.message));
    page.on("console", (message) => message.type() === "error" && this.errors.push(message.text()));
  }

  async open(address, query = "tell=&lang=en") {
    this.read = 0;
    this.session ??= await this.page.context().newCDPSession(this.page);
    await this.page.goto(`${address}?${query}`);
    await this.page.waitForFunction(() => globalThis.handplay !== undefined, null, { timeout: LONG });
  }

  // The next line told for which `wanted` returns something; what it returned. After `patience` ms without one: null if
  // that was given, otherwise it is an error.
  async next(wanted, patience = 0) {
    const until = Date.now() + (patience || LONG);
    while (Date.now() < until) {
      const lines = await this.page.evaluate((from) => handplay.lines.slice(from), this.read);
      for (const line of lines) {
        this.read += 1;
        const found = wanted(JSON.parse(line));
        if (found) return found;
      }
      await wait(30);
    }
    if (patience) return null;
    throw new Error("nothing of the kind was told");
  }

  // Home, once the games lie on it.
  home() {
    return this.next((line) => line.screen === "home" && line.controls.some((one) => one.id === "beans") && line);
  }

  async touch(type, points) {
    const touchPoints = points.map(([x, y], id) => ({ x: x / this.density, y: y / this.density, id }));
    await this.session.send("Input.dispatchTouchEvent", { type, touchPoints });
  }

  async tap([x, y]) {
    await this.touch("touchStart", [[x, y]]);
    await wait(80);
    await this.touch("touchEnd", []);
  }

  // Presses the control of this id on the screen that was told last.
  async press(screen, id) {
    const control = screen.controls.find((one) => one.id === id);
    if (!control) throw new Error(`${screen.screen} has no ${id}: ${screen.controls.map((one) => one.id)}`);
    const [left, top, wide, high] = control.rect;
    await wait(SETTLED);
    await this.tap([left + wide / 2, top + high / 2]);
  }

  // Presses a control until another screen is there, as somebody does whose touch came too early; returns that screen.
  async leave(screen, id) {
    for (let tries = 0; tries < 8; tries++) {
      await this.press(screen, id);
      const next = await this.next((line) => line.screen && line.screen !== screen.screen && line, 8000);
      if (next) return next;
    }
    throw new Error(`${id} leads nowhere`);
  }

  // Carries something along a straight way, in so many steps.
  async carry(start, goal, steps = 12) {
    await this.touch("touchStart", [start]);
    for (let n = 1; n <= steps; n++) {
      await wait(16);
      await this.touch("touchMove", [[0, 1].map((axis) => start[axis] + ((goal[axis] - start[axis]) * n) / steps)]);
    }
    await wait(60);
    await this.touch("touchEnd", []);
  }

  // What is kept under names with this ending: name -> bytes.
  async kept(ending) {
    const found = await this.page.evaluate(async (wanted) => {
      const base = await new Promise((done) => (indexedDB.open("handplay").onsuccess = (event) => done(event.target.result)));
      const store = base.transaction("parts").objectStore("parts");
      const all = (request) => new Promise((done) => (request.onsuccess = () => done(request.result)));
      const [keys, parts] = await Promise.all([all(store.getAllKeys()), all(store.getAll())]);
      base.close();
      const out = {};
      keys.forEach(([path], n) => path.endsWith(wanted) && (out[path] = [...(out[path] ?? []), ...parts[n]]));
      return out;
    }, ending);
    return new Map(Object.entries(found).map(([name, bytes]) => [name, Uint8Array.from(bytes)]));
  }

  // Lets the hand model play with the fingers of the screen until `over` says so of a line that is told; returns what it
  // said, and how many reps were told. Whatever is late comes late, as with any tablet.
  async playOn(over) {
    await this.page.evaluate((code) => handplay.py.runPython(code), HAND);
    const due = () => this.page.evaluate(() => (globalThis.fingers ??= handplay.py.globals.get("Fingers")(handplay.program)).due());
    const down = new Map(), until = Date.now() + 3 * LONG;
    let reps = 0, waits = null, pressed = 0; // waits: the screen of a round that has paused
    while (Date.now() < until) {
      if (waits && Date.now() - pressed > PATIENCE) {
        down.clear();
        await this.press(waits, "carry on"); // again, if the first touch came too early
        pressed = Date.now();
      }
      for (const [phase, finger, x, y] of JSON.parse(await due())) await this.finger(down, phase, finger, x, y);
      const line = await this.next((one) => one, 1);
      if (!line) continue;
      if (line.rep) reps += 1;
      const said = over(line, reps);
      if (said) return { said, reps };
      if (line.screen) waits = paused(line) ? line : null;
    }
    throw new Error("the round does not come to its end");
  }

  // Presses "Carry on" until the round runs, where a busy machine has paused it; then three seconds are counted down.
  async running() {
    for (let tries = 0; tries < 60; tries++) {
      const { paused: waits, middle } = JSON.parse(await this.page.evaluate((code) => handplay.py.runPython(code), STATE));
      if (!waits) return;
      if (middle) await this.tap(middle);
      await wait(SETTLED);
    }
    throw new Error("the round does not go on");
  }

  // One step of one finger; `down`: where the others rest. Chrome lifts a finger that is missing among those that moved.
  async finger(down, phase, finger, x, y) {
    if (phase === "wheel") return this.page.mouse.wheel(0, finger > 0 ? -100 : 100);
    if (phase === "up" || phase === "cancel") down.delete(finger);
    else down.set(finger, [x / this.density, y / this.density]);
    const touchPoints = [...down].map(([id, [left, top]]) => ({ x: left, y: top, id }));
    await this.session.send("Input.dispatchTouchEvent", { type: phase === "down" ? "touchStart" : touchPoints.length ? "touchMove" : "touchEnd", touchPoints });
  }
}
