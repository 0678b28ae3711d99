// Keeps files in the browser's database (IndexedDB), each by its name: written, appended to and removed one by one.
//
// A file is a row of parts, each under [path, offset]. What is appended is a part of its own, so that a journal's lines do
// not rewrite the journal. A commit is one transaction: all of it is kept, or nothing.

const PARTS = "parts";
const all = (path) => IDBKeyRange.bound([path], [path, []]);

function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

export class Storage {
  constructor(base) {
    this.base = base;
    this.lost = () => {}; // called when the browser closes the database, such as when its data are cleared
    base.onclose = () => this.lost();
    base.onversionchange = () => {
      base.close();
      this.lost();
    };
  }

  // Rejects where the browser keeps nothing, as some do in private windows.
  static async open(name, factory = globalThis.indexedDB) {
    const request = factory.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(PARTS);
    return new Storage(await settled(request));
  }

  // All files: path -> content.
  async files() {
    const store = this.base.transaction(PARTS).objectStore(PARTS);
    const [keys, parts] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())]);
    const found = new Map();
    keys.forEach(([path, offset], k) => {
      const before = found.get(path) ?? [];
      if (before.reduce((sum, part) => sum + part.length, 0) === offset) found.set(path, [...before, parts[k]]);
    });
    return new Map([...found].map(([path, own]) => [path, joined(own)]));
  }

  // Changes: {path, content, offset}; offset 0: the whole file, more: what follows these bytes; no content: the file is
  // gone. Resolves when all of them are on the disk; rejects, with the browser's error, if none of them is.
  commit(changes) {
    return new Promise((resolve, reject) => {
      const transaction = this.base.transaction(PARTS, "readwrite", { durability: "strict" });
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error("the browser broke it off"));
      const store = transaction.objectStore(PARTS);
      for (const { path, content, offset } of changes) {
        if (!offset) store.delete(all(path));
        if (content) store.put(content, [path, offset]);
      }
    });
  }
}

function joined(parts) {
  if (parts.length === 1) return parts[0];
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
