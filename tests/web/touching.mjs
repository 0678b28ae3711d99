// What tablets do to fingers: ten at once, contacts that are taken away, another app in front, a turned screen; and a new
// version in mid-round. Nothing of it is ever a miss.
//   node touching.mjs ADDRESS SITE    SITE: the folder that is served; it is replaced by a newer version

import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { browser, Player, LONG, wait } from "./fingers.mjs";

const [address, site] = process.argv.slice(2);
const FINGERS = 10, MOVES = 20;
const said = (words) => console.log(`${new Date().toISOString().slice(11, 19)} ${words}`);
const profile = fs.mkdtempSync(path.join(os.tmpdir(), "profile-"));
const context = await browser(profile);
const player = new Player(await context.newPage());
const { page } = player;
const TRACED = `
import js, json
from collections import Counter
json.dumps(Counter(getattr(one, "phase", None) or one.name for one in js.handplay.program._app.screen.block.trace))`;
const python = (code) => page.evaluate((text) => handplay.py.runPython(text), code);

// Ten fingers on the free table of paint.
await player.open(address, "tell=&guest=&game=paint&mode=free");
await player.next((line) => line.screen === "play" && line);
await wait(1500);
const places = (step) => Array.from({ length: FINGERS }, (_, n) => [200 + 90 * n, 400 + 5 * step]);
const traced = async () => JSON.parse(await python(TRACED));
let phases;
for (let tries = 0; tries < 8; tries++) {
  await player.running();
  const before = await traced();
  for (let n = 1; n <= FINGERS; n++) await player.touch("touchStart", places(0).slice(0, n));
  for (let step = 1; step <= MOVES; step++) await player.touch("touchMove", places(step));
  for (let n = FINGERS - 1; n >= 0; n--) await player.touch(n ? "touchMove" : "touchEnd", places(MOVES).slice(0, n));
  await wait(1500);
  const after = await traced();
  phases = Object.fromEntries(Object.keys(after).map((name) => [name, after[name] - (before[name] ?? 0)]));
  if (!phases.pause) break; // a machine that is busy pauses a round: once more
}
assert.deepEqual([phases.down, phases.up, phases.cancel ?? 0], [FINGERS, FINGERS, 0]);
assert.ok(phases.move >= FINGERS * MOVES, `${phases.move} of ${FINGERS * MOVES} moves came`);
said(`ten fingers: ${FINGERS} downs, ${phases.move} moves, ${FINGERS} ups`);

// A bean in the fingers is taken away in several ways.
await player.open(address, "tell=&guest=&game=beans");
const ways = {
  "a contact that the system takes away": () => player.touch("touchCancel", []),
  "another app in front": () => page.evaluate(() => window.dispatchEvent(new Event("blur"))),
  "a turned screen": () => page.setViewportSize({ width: 800, height: 1280 }),
  "half a screen": () => page.setViewportSize({ width: 700, height: 800 }),
};
for (const [name, happens] of Object.entries(ways)) {
  await page.setViewportSize({ width: 1280, height: 800 });
  await player.open(address, "tell=&guest=&game=beans");
  const { asked } = await player.next((line) => line.asked && line);
  await wait(1500);
  await player.running();
  const middle = [0, 1].map((axis) => (asked.start[axis] + asked.goal[axis]) / 2);
  await player.touch("touchStart", [asked.start]);
  await wait(60);
  for (const share of [0.3, 0.6, 1]) await player.touch("touchMove", [[0, 1].map((axis) => asked.start[axis] + share * (middle[axis] - asked.start[axis]))]);
  await happens();
  await wait(1500);
  await player.touch("touchCancel", []).catch(() => {});
  const outcomes = [];
  while (true) {
    const line = await player.next((one) => one, 300);
    if (!line) break;
    if (line.rep) outcomes.push(line.rep.outcome);
  }
  assert.ok(outcomes.every((one) => one === "interrupted"), `${name}: ${outcomes}`);
  said(`${name}: ${outcomes.length ? outcomes : "the bean waits"}`);
}

// A new version in mid-round.
await page.setViewportSize({ width: 1280, height: 800 });
await player.open(address, "tell=&guest=&game=beans");
await player.next((line) => line.asked && line);
await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
const worker = path.join(site, "service_worker.js");
fs.writeFileSync(worker, fs.readFileSync(worker, "utf8").replace(/VERSION = "[^"]*"/, 'VERSION = "newer"'));
fs.appendFileSync(path.join(site, "index.html"), "<!-- newer -->");
await page.evaluate(() => navigator.serviceWorker.getRegistration().then((one) => one.update()));
await page.waitForFunction(() => navigator.serviceWorker.getRegistration().then((one) => one.waiting !== null), null, { timeout: LONG });
await wait(2500);
assert.ok(await page.evaluate(() => document.getElementById("notice").hidden), "nothing is said in a round");
await python("import js; from games.launcher.shell.places import Home; js.handplay.program._app.go(Home()); None");
await page.waitForFunction(() => document.getElementById("notice").textContent.includes("new version"), null, { timeout: LONG });
const loaded = page.waitForEvent("load", { timeout: LONG });
await page.click("#notice");
await loaded;
assert.ok(await page.evaluate(() => document.documentElement.outerHTML.includes("<!-- newer -->")), "the new version is loaded");
said("a new version waits until the round is over, and comes when it is pressed");
assert.deepEqual(player.errors, []);
await context.close();
fs.rmSync(profile, { recursive: true, force: true });
