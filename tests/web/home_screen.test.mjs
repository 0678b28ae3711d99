// What is said of the Home Screen, and when, without a browser.

import assert from "node:assert/strict";
import test from "node:test";
import { offerHomeScreen } from "../../games/launcher/devices/web/browser/home_screen.mjs";

const IPAD = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Safari/605.1.15";
const words = { "browser home": "share", "browser install": "press" };

// A page: what it says, and `look()`, which looks again.
function page({ agent = IPAD, touches = 5, there = false, kept = new Map(), ripe = true } = {}) {
  const at = { said: [], looks: [], ripe };
  const window = Object.assign(new EventTarget(), {
    navigator: { userAgent: agent, maxTouchPoints: touches },
    localStorage: { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) },
    matchMedia: () => ({ matches: there }),
  });
  offerHomeScreen(window, { ripe: () => at.ripe, say: (sentence, act) => at.said.push([sentence, act]), words, every: (look) => at.looks.push(look) });
  at.window = window;
  at.look = () => at.looks.pop()?.();
  return at;
}

test("on an iPad it is said once, after a round", () => {
  const kept = new Map(), first = page({ kept, ripe: false });
  first.look();
  assert.deepEqual(first.said, []);
  first.ripe = true;
  first.look();
  assert.deepEqual(first.said.map(([sentence]) => sentence), ["share"]);
  const again = page({ kept });
  again.look();
  assert.deepEqual(again.said, []);
});

test("where the browser has a question of its own, a press asks it", () => {
  const at = page({ agent: "Mozilla/5.0 (Linux; Android 14)" }), asked = [];
  at.look();
  assert.deepEqual(at.said, []);
  at.window.dispatchEvent(Object.assign(new Event("beforeinstallprompt", { cancelable: true }), { prompt: () => asked.push(1) }));
  at.look();
  at.said[0][1]();
  assert.deepEqual(asked, [1]);
});

test("nothing is said on the Home Screen itself, or at a desk", () => {
  for (const at of [page({ there: true }), page({ touches: 0 })]) {
    at.look();
    assert.deepEqual(at.said, []);
  }
});
