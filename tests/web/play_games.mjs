// A whole round of each game by the fingers of the hand model, in a real browser: the first rep, results, reload, still there.
// What is stored is written to a folder, to be replayed natively.
//   node play_games.mjs ADDRESS FOLDER [GAME...]

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { browser, Player } from "./fingers.mjs";

const GAMES = ["beans", "pegs", "bands", "ball", "pennies", "dough", "paint"];
const [address, folder, ...wanted] = process.argv.slice(2);
const said = (words) => console.log(`${new Date().toISOString().slice(11, 19)} ${words}`);
const context = await browser(path.join(folder, "profile"));
const player = new Player(await context.newPage());
const stored = new Map(); // game -> the file's name

for (const game of wanted.length ? wanted : GAMES) {
  await player.open(address, `tell=&guest=&game=${game}`);
  await player.next((line) => line.screen === "play" && line);
  const first = await player.playOn((line) => line.rep);
  said(`${game}: the first rep is ${first.said.outcome}`);
  const { said: round, reps } = await player.playOn((line) => line.stored !== undefined && line);
  await player.next((line) => line.screen && line.screen !== "play" && line);
  await player.page.waitForTimeout(1500); // until everything on the results is drawn
  await player.page.screenshot({ path: path.join(folder, `results_${game}.png`) });
  stored.set(game, path.basename(round.stored));
  said(`${game}: a whole round is stored after ${reps + 1} reps, ${round.points} points`);
}

await player.open(address);
await player.home();
const kept = await player.kept(".hps");
const names = new Set([...kept.keys()].map((name) => path.basename(name)));
for (const [game, name] of stored) assert.ok(names.has(name), `${game} is still there after a reload`);
const known = await player.page.evaluate(() => handplay.py.runPython("from pathlib import Path; len(list(Path('/kept').rglob('*.hps')))"));
assert.equal(known, kept.size);
const outside = player.asked.filter((one) => !one.startsWith(address) && !one.startsWith("blob:") && !one.startsWith("data:"));
assert.deepEqual(outside, [], "no request leaves the origin");
assert.deepEqual(player.errors, []);
for (const [file, bytes] of kept) fs.writeFileSync(path.join(folder, path.basename(file)), bytes);
await context.close();
