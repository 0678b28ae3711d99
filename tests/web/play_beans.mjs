// A whole round of beans by touch in a real browser: boot, the first bean, results, reload, still there; a tab that is
// killed in mid-round; a second tab. The stored files are written to a folder, to be replayed natively.
//   node play_beans.mjs ADDRESS FOLDER [short]    short: only a few beans, then the tab is killed

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { browser, paused, Player, LONG } from "./fingers.mjs";

const [address, folder, short] = process.argv.slice(2);
const PATIENCE = 6000; // ms after which somebody tries again, whose touch came before the table was ready for it
const density = 1.5; // pixels of the screen to one of the page, as on many tablets
const context = await browser(path.join(folder, "profile"), density);
let player = new Player(await context.newPage(), density);
const said = (words) => console.log(`${new Date().toISOString().slice(11, 19)} ${words}`);

let asked = null; // what was asked for last: a rep is told when it is kept, which may be after the next one is asked for

// Plays on until `over` says so of a line; returns what it said, and how many reps were told.
async function play(over) {
  let done = 0;
  for (let tries = 0; tries < 60; tries++) {
    const line = await player.next((one) => (one.asked?.kind === "carry" || one.rep || paused(one) || over(one, done)) && one, PATIENCE);
    if (line?.rep) done += line.rep.outcome === "done";
    if (line && over(line, done)) return { line, done };
    if (line?.asked) asked = line.asked;
    if (line && paused(line)) await player.press(line, "carry on");
    else if (asked && !line?.rep) await player.carry(asked.start, asked.goal);
  }
  throw new Error("the round does not come to its end");
}

async function begin() {
  asked = null;
  const screen = await player.leave(await player.home(), "beans");
  if (screen.screen !== "play") await player.leave(screen, "start");
}

await player.open(address);
assert.equal(await player.page.evaluate(() => document.getElementById("table").width), 1280 * density, "the screen's own pixels");
said("the program is there");
let before = new Map();
if (!short) {
  await begin();
  const first = await play((line, done) => done >= 1);
  said(`the first bean is ${first.line.rep.outcome}`);
  const { line: stored } = await play((line) => line.stored !== undefined);
  said(`a whole round is stored: ${stored.points} points`);
  await player.next((line) => line.screen && line.screen !== "play" && line);
  await player.page.screenshot({ path: path.join(folder, "results.png") });

  before = await player.kept(".hps");
  assert.equal(before.size, 1);
  assert.equal((await player.kept(".jrn")).size, 0, "its journal is gone");
  assert.ok(stored.stored.endsWith([...before.keys()][0].split("/").at(-1)));

  await player.open(address);
  await player.home();
  assert.deepEqual([...(await player.kept(".hps"))], [...before], "after a reload the same file is there");
  const known = await player.page.evaluate(() => handplay.py.runPython("from pathlib import Path; len(list(Path('/kept').rglob('*.hps')))"));
  assert.equal(known, 1);
  said("it is still there after a reload");

  const second = await context.newPage();
  await second.goto(address);
  await second.waitForFunction(() => document.getElementById("sentence").textContent.includes("open already"), null, { timeout: LONG });
  await second.close();
  said("a second tab says that the program is open already");

  await player.page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await context.setOffline(true);
  await player.open(address);
  await player.home();
  await context.setOffline(false);
  said("it starts without a network");
}

if (!short) player.read = 0;
await begin();
const { done } = await play((line, count) => count >= 3);
const session = player.session;
session.send("Page.crash").catch(() => {}); // as a system does that needs the memory
await player.page.waitForEvent("crash", { timeout: LONG });
await player.page.close();
player = new Player(await context.newPage(), density);
await player.open(address);
await player.home();
const recovered = await player.kept(".hps");
assert.equal(recovered.size, before.size + 1, "what was played before the tab was killed is a round");
const name = [...recovered.keys()].find((one) => !before.has(one));
const reps = await player.page.evaluate(
  (file) => handplay.py.runPython(`from pathlib import Path\nfrom games.launcher.records.blocks.vault import read_record\nlen(read_record(Path("${file}")).reps)`),
  name,
);
assert.ok(reps >= done, `${done} beans were told, and ${reps} are there`);
said(`${done} beans were told before the tab was killed; its round is there`);

const outside = player.asked.filter((one) => !one.startsWith(address) && !one.startsWith("blob:") && !one.startsWith("data:"));
assert.deepEqual(outside, [], "no request leaves the origin");
assert.deepEqual(player.errors, []);
for (const [file, bytes] of recovered) fs.writeFileSync(path.join(folder, path.basename(file)), bytes);
await context.close();
