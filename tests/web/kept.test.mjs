// Kept files on Pyodide's own file system, with a database that a test can let fail. Needs Pyodide in HANDPLAY_MODULES.

import assert from "node:assert/strict";
import path from "node:path";
import test from "node:test";
import { Kept } from "../../games/launcher/devices/web/browser/kept.mjs";

const pyodide = path.join(path.resolve(process.env.HANDPLAY_MODULES ?? "node_modules"), "pyodide");
const { loadPyodide } = await import(`${pyodide}/pyodide.mjs`);
const py = await loadPyodide({ indexURL: `${pyodide}/` });
const settled = () => new Promise((done) => setTimeout(done));

// A database: what is in it, the transactions it was asked for, and why it refuses them.
class Base {
  parts = new Map();
  asked = [];
  why = null;

  async commit(changes) {
    this.asked.push(changes.map(({ path: name, content, offset }) => `${content ? (offset ? "append" : "write") : "remove"} ${name}`));
    if (this.why) throw Object.assign(new Error(this.why), { name: this.why });
    for (const { path: name, content, offset } of changes) {
      if (!offset) this.parts.delete(name);
      if (content) this.parts.set(name, Buffer.concat([this.parts.get(name) ?? Buffer.alloc(0), Buffer.from(content)]));
    }
  }
}

let folders = 0;
function kept(files = []) {
  const folder = `/kept${(folders += 1)}`, base = new Base(), clock = { now: 0 }, made = new Kept(py.FS, base, () => clock.now);
  made.mount(folder, files.map(([name, words]) => [`${folder}/${name}`, Buffer.from(words)]));
  const run = (code) => py.runPython(`import os\nos.chdir("${folder}")\n${code}`);
  const commit = async () => {
    const number = made.commit();
    await settled();
    return number;
  };
  const asked = () => base.asked.map((one) => one.map((words) => words.replace(`${folder}/`, "")));
  return { base, clock, made, run, commit, asked, read: (name) => base.parts.get(`${folder}/${name}`)?.toString() };
}

test("a file that is written is kept, and nothing is kept twice", async () => {
  const { run, commit, asked, read } = kept();
  run(`open("a.hps", "wb").write(b"one")`);
  assert.equal(await commit(), 1);
  assert.equal(await commit(), 1, "nothing has changed since");
  assert.deepEqual(asked(), [["write a.hps"]]);
  assert.equal(read("a.hps"), "one");
});

test("what is appended is kept alone", async () => {
  const { run, commit, asked, read } = kept();
  run(`open("a.jrn", "ab").write(b"one ")`);
  await commit();
  run(`open("a.jrn", "ab").write(b"two")`);
  await commit();
  assert.deepEqual(asked(), [["write a.jrn"], ["append a.jrn"]]);
  assert.equal(read("a.jrn"), "one two");
});

test("a file that was cut or written over is kept anew", async () => {
  const { run, commit, asked, read } = kept([["a", "before"]]);
  run(`os.truncate("a", 2)`);
  await commit();
  run(`f = open("a", "r+b"); f.write(b"BE"); f.close()`);
  await commit();
  assert.deepEqual(asked(), [["write a"], ["write a"]]);
  assert.equal(read("a"), "BE");
});

test("a file that is written under another name and moved to its own is one change, in one transaction with what was removed", async () => {
  const { run, commit, asked } = kept([["a.jrn", "journal"]]);
  run(`open(".a.tmp", "wb").write(b"x"); os.replace(".a.tmp", "a.hps"); os.unlink("a.jrn")`);
  await commit();
  assert.deepEqual(asked().map((one) => one.sort()), [["remove a.jrn", "write a.hps"]]);
});

test("a file moved over another one takes its place", async () => {
  const { run, commit, base, read } = kept([["a", "old"], ["b", "new"]]);
  base.parts.clear();
  run(`os.replace("b", "a")`);
  await commit();
  assert.equal(read("a"), "new");
  assert.equal(read("b"), undefined);
});

test("a folder that is moved takes its files along, and they are followed there", async () => {
  const { run, commit, asked } = kept([["people/1/a", "x"], ["people/1/deep/b", "y"]]);
  run(`os.rename("people/1", "trash")`);
  await commit();
  assert.deepEqual(asked()[0].sort(), ["remove people/1/a", "remove people/1/deep/b", "write trash/a", "write trash/deep/b"]);
  run(`open("trash/deep/b", "ab").write(b"z"); os.mkdir("trash/new"); open("trash/new/c", "w").write("c")`);
  await commit();
  assert.deepEqual(asked()[1].sort(), ["append trash/deep/b", "write trash/new/c"]);
});

test("what the browser refuses is not kept, and is kept when there is room again", async () => {
  const { base, clock, made, run, commit, read } = kept();
  base.why = "QuotaExceededError";
  run(`open("a", "w").write("one")`);
  const number = await commit();
  assert.equal(made.refused, "full");
  assert.ok(made.done < number, "nobody is told that it is kept");
  await commit();
  assert.equal(base.asked.length, 1, "it is not tried again in every frame");
  base.why = null;
  clock.now += 20_000;
  await commit();
  assert.equal(made.refused, "");
  assert.equal(read("a"), "one");
  assert.ok(made.done >= number);
});

test("where nothing can be kept, no commit comes through", async () => {
  const made = new Kept(py.FS, null);
  made.mount("/nowhere", new Map());
  py.runPython(`open("/nowhere/a", "w").write("x")`);
  assert.equal(made.refused, "closed");
  assert.ok(made.commit() > made.done);
});
