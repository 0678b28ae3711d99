// A folder of Python's file system in memory whose changes are noted by name, and committed to a Storage.

const AGAIN = 10_000; // ms after which a refused commit is tried again

export class Kept {
  // FS: Emscripten's file system; storage: null where the browser keeps nothing.
  constructor(FS, storage, now = () => Date.now()) {
    Object.assign(this, { FS, storage, now });
    this.bytes = new Map(); // path -> how many of its bytes are kept, or are on their way; -1: not known
    this.low = new Map(); // path that has changed -> the first byte that was written; 0 also if it was cut, moved or removed
    this.number = this.done = 0; // of the last commit that was begun, and of the last one that came through
    this.refused = storage ? "" : "closed";
    this.tried = 0;
    if (storage) storage.lost = () => (this.refused = "closed", this.storage = null);
  }

  // Mounts the folder there, with these files in it (path from the root -> content).
  mount(folder, files) {
    const { FS } = this;
    FS.mkdirTree(folder);
    FS.mount({ mount: (mount) => this.watched(FS.filesystems.MEMFS.mount(mount)) }, {}, folder);
    for (const [path, content] of files) {
      FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
      FS.writeFile(path, content);
      this.bytes.set(path, content.length);
    }
    this.low.clear();
  }

  // Begins to keep what has changed; returns the number of that transaction, or of the last one if nothing has changed.
  commit() {
    if (!this.low.size) return this.number;
    if (!this.storage || (this.refused && this.now() - this.tried < AGAIN)) return this.number + 1;
    const changes = [...this.low].map(([path, low]) => this.change(path, low)).filter(Boolean), paths = [...this.low.keys()];
    this.low.clear();
    const number = (this.number += 1);
    this.tried = this.now();
    this.storage.commit(changes).then(
      () => {
        this.done = Math.max(this.done, number);
        this.refused = "";
      },
      (error) => {
        this.refused = error?.name === "QuotaExceededError" ? "full" : "closed";
        for (const path of paths) {
          this.bytes.set(path, -1);
          this.low.set(path, 0);
        }
      },
    );
    return number;
  }

  // Whether a file with this ending is kept.
  holds(ending) {
    return [...this.bytes.keys()].some((path) => path.endsWith(ending));
  }

  change(path, low) {
    const content = this.content(path), kept = this.bytes.get(path);
    if (content === null) return this.bytes.delete(path) ? { path, content: null, offset: 0 } : null;
    const offset = kept > 0 && low >= kept ? kept : 0;
    this.bytes.set(path, content.length);
    return { path, content: content.slice(offset), offset };
  }

  content(path) {
    const { node } = this.FS.analyzePath(path).object ? { node: this.FS.analyzePath(path).object } : { node: null };
    return node && this.FS.isFile(node.mode) ? node.contents.subarray(0, node.usedBytes) : null;
  }

  note(path, low) {
    this.low.set(path, Math.min(low, this.low.get(path) ?? Infinity));
  }

  // Every file in and below a node has another name now.
  noteAll(node) {
    const { FS } = this;
    if (FS.isFile(node.mode)) this.note(FS.getPath(node), 0);
    else for (const name of Object.keys(node.contents)) this.noteAll(node.contents[name]);
  }

  // The same node, all of whose changes are noted.
  watched(node) {
    const kept = this, { FS } = this, own = node.node_ops;
    if (FS.isFile(node.mode)) {
      const stream = node.stream_ops;
      node.stream_ops = {
        ...stream,
        write(opened, buffer, offset, length, position, canOwn) {
          kept.note(FS.getPath(node), position);
          return stream.write(opened, buffer, offset, length, position, canOwn);
        },
      };
      node.node_ops = {
        ...own,
        setattr(of, attributes) {
          if (attributes.size !== undefined) kept.note(FS.getPath(node), 0);
          return own.setattr(of, attributes);
        },
      };
      return node;
    }
    if (!FS.isDir(node.mode)) return node;
    node.node_ops = {
      ...own,
      mknod(parent, name, mode, device) {
        const made = kept.watched(own.mknod(parent, name, mode, device));
        if (FS.isFile(mode)) kept.note(FS.getPath(made), 0);
        return made;
      },
      unlink(parent, name) {
        kept.note(`${FS.getPath(parent)}/${name}`, 0);
        return own.unlink(parent, name);
      },
      rename(moved, parent, name) {
        kept.noteAll(moved); // the old names are gone ...
        const done = own.rename(moved, parent, name);
        moved.parent = parent;
        moved.name = name;
        kept.noteAll(moved); // ... and the new ones are there
        return done;
      },
    };
    return node;
  }
}
