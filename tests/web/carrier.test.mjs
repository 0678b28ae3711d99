// Files out of the page and into it, without a browser.

import assert from "node:assert/strict";
import test from "node:test";
import { Carrier } from "../../games/launcher/devices/web/browser/carrier.mjs";

class Files {
  kept = new Map([["/fleeting/given/Handplay 2026-11-28.json", new Uint8Array([1, 2, 3])]]);
  readFile = (path) => this.kept.get(path);
  writeFile = (path, content) => this.kept.set(path, content);
  mkdirTree = () => {};
}

// A page: `coarse`: a finger is the usual pointer; `share`: what sharing does, if the browser can.
function page({ coarse = true, share } = {}) {
  const links = [], fields = [];
  const document = {
    body: { append: () => {} },
    createElement: (kind) => {
      const made = Object.assign(new EventTarget(), { kind, files: [], remove: () => {}, click: () => {} });
      (kind === "a" ? links : fields).push(made);
      return made;
    },
  };
  const navigator = share ? { canShare: () => true, share } : {};
  const window = Object.assign(new EventTarget(), { matchMedia: () => ({ matches: coarse }) });
  return { document, navigator, window, links, fields };
}

const NAME = "/fleeting/given/Handplay 2026-11-28.json";
const settled = () => new Promise((done) => setTimeout(done, 20));

test("on a tablet a file is shared", async () => {
  const shared = [], around = page({ share: async ({ files }) => shared.push(files[0].name) }), carrier = new Carrier(new Files(), around);
  await carrier.give(1, NAME);
  assert.deepEqual(shared, ["Handplay 2026-11-28.json"]);
  assert.equal(carrier.carried(), '[{"number":1}]');
  assert.equal(carrier.carried(), "[]");
});

test("a sheet that was closed is said to be left, and nothing is downloaded behind the player's back", async () => {
  const around = page({ share: () => Promise.reject(Object.assign(new Error(), { name: "AbortError" })) }), carrier = new Carrier(new Files(), around);
  await carrier.give(4, NAME);
  assert.equal(carrier.carried(), '[{"number":4,"left":true}]');
  assert.equal(around.links.length, 0);
});

test("where a browser shares no such file, or a mouse is used, it is downloaded under its name", async () => {
  const refused = () => Promise.reject(Object.assign(new Error(), { name: "NotAllowedError" }));
  for (const around of [page({ share: refused }), page(), page({ coarse: false, share: refused })]) {
    const carrier = new Carrier(new Files(), around);
    await carrier.give(2, NAME);
    assert.equal(carrier.carried(), '[{"number":2}]');
    assert.equal(around.links[0].download, "Handplay 2026-11-28.json");
  }
});

test("a file that is not there is said, not thrown", async () => {
  const carrier = new Carrier(new Files(), page());
  await carrier.give(3, "/nowhere");
  assert.match(carrier.carried(), /"number":3,"why":/);
});

test("a chosen file comes into the program's files under its name", async () => {
  const around = page(), files = new Files(), carrier = new Carrier(files, around);
  carrier.pick(7, ".json");
  const [field] = around.fields;
  assert.equal(field.accept, ".json");
  field.files = [new File([new Uint8Array([9, 8])], "a/b.json")];
  field.dispatchEvent(new Event("change"));
  await settled();
  assert.deepEqual(JSON.parse(carrier.carried()), [{ number: 7, files: ["/fleeting/picked/7/a_b.json"] }]);
  assert.deepEqual([...files.kept.get("/fleeting/picked/7/a_b.json")], [9, 8]);
});

test("whoever closes the list of files has chosen none", async () => {
  const around = page(), carrier = new Carrier(new Files(), around);
  carrier.pick(8, ".json");
  around.fields[0].dispatchEvent(new Event("cancel"));
  around.fields[0].dispatchEvent(new Event("cancel"));
  assert.deepEqual(JSON.parse(carrier.carried()), [{ number: 8, left: true, files: [] }]);
});
