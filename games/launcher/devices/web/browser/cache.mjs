// A cache with a bound in bytes: what was used longest ago goes first.

export class Cache {
  constructor(room) {
    this.room = room;
    this.held = 0;
    this.entries = new Map(); // key -> {value, bytes}; the latest used last
  }

  get(key) {
    const found = this.entries.get(key);
    if (found === undefined) return undefined;
    this.entries.delete(key);
    this.entries.set(key, found);
    return found.value;
  }

  put(key, value, bytes) {
    this.remove(key);
    this.entries.set(key, { value, bytes });
    this.held += bytes;
    for (const [oldest] of this.entries) {
      if (this.held <= this.room || oldest === key) break;
      this.remove(oldest);
    }
    return value;
  }

  remove(key) {
    const found = this.entries.get(key);
    if (found === undefined) return;
    this.entries.delete(key);
    this.held -= found.bytes;
    if (found.value && found.value.close) found.value.close(); // an ImageBitmap gives its memory back at once
  }
}
