// A new version of the program, without a browser.

import assert from "node:assert/strict";
import test from "node:test";
import { watchUpdates } from "../../games/launcher/devices/web/browser/updates.mjs";

class Worker extends EventTarget {
  said = [];
  postMessage = (words) => this.said.push(words);
  becomes(state) {
    this.state = state;
    this.dispatchEvent(new Event("statechange"));
  }
}

// A page, an old worker, and a new one that is found; `playing`: whether a round runs at first.
async function page({ playing = false, first = false } = {}) {
  const registration = Object.assign(new EventTarget(), { waiting: null, installing: null });
  const container = Object.assign(new EventTarget(), { register: async () => registration, controller: first ? null : {} });
  const at = { playing, ready: [], reloads: 0, looks: [] };
  await watchUpdates(container, {
    playing: () => at.playing,
    ready: (take) => at.ready.push(take),
    reload: () => (at.reloads += 1),
    every: (look) => at.looks.push(look),
  });
  const fresh = new Worker();
  registration.installing = fresh;
  registration.dispatchEvent(new Event("updatefound"));
  Object.assign(registration, { installing: null, waiting: fresh });
  fresh.becomes("installed");
  return { at, fresh, container };
}

test("a new version is said, and loaded when the player presses", async () => {
  const { at, fresh, container } = await page();
  assert.equal(at.ready.length, 1);
  assert.deepEqual(fresh.said, []);
  at.ready[0]();
  assert.deepEqual(fresh.said, ["take over"]);
  assert.equal(at.reloads, 0);
  container.dispatchEvent(new Event("controllerchange"));
  assert.equal(at.reloads, 1);
});

test("it waits until the round is over", async () => {
  const { at } = await page({ playing: true });
  assert.equal(at.ready.length, 0);
  at.looks.pop()();
  assert.equal(at.ready.length, 0);
  at.playing = false;
  at.looks.pop()();
  assert.equal(at.ready.length, 1);
});

test("the first version of all is not news, and another tab's choice reloads nobody", async () => {
  const { at, container } = await page({ first: true });
  assert.equal(at.ready.length, 0);
  container.dispatchEvent(new Event("controllerchange"));
  assert.equal(at.reloads, 0);
});
