// Pictures and icons: loaded when first drawn, scaled once for each size, kept within a bound in bytes.

import { Cache } from "./cache.mjs";

const ORIGINALS = 48_000_000; // bytes of pictures in the size in which they come
const SCALED = 64_000_000; // bytes of those in the size in which they are drawn

export class Pictures {
  // make(width, height): a new canvas; load(name): a promise of an image, or null if there is none; drawing(name): the SVG
  // of an icon; arrived(): called when a picture that was missing is there.
  constructor(make, load, drawing, arrived) {
    Object.assign(this, { make, load, drawing, arrived });
    this.originals = new Cache(ORIGINALS);
    this.scaled = new Cache(SCALED);
    this.coming = new Set();
    this.absent = new Set();
    this.missing = false; // whether anything that was asked for is still on its way; whoever asks sets it back
  }

  // A picture or one cell of it, so many pixels wide and as dark as `shade` says; null while it is on its way.
  picture(name, wide, shade = 1, column = 0, row = 0, columns = 1, rows = 1) {
    const key = `${name}|${wide}|${shade}|${column},${row},${columns},${rows}`, found = this.scaled.get(key);
    if (found) return found;
    const image = this.original(name, () => this.load(name));
    if (!image) return null;
    const cellWide = Math.floor(image.width / columns), cellHigh = Math.floor(image.height / rows);
    const high = Math.max(1, Math.round((cellHigh * wide) / cellWide)), sheet = this.make(wide, high), x = sheet.getContext("2d");
    x.imageSmoothingQuality = "high";
    x.drawImage(image, column * cellWide, row * cellHigh, cellWide, cellHigh, 0, 0, wide, high);
    if (shade < 1) {
      x.globalCompositeOperation = "source-atop";
      x.fillStyle = `rgba(0,0,0,${1 - shade})`;
      x.fillRect(0, 0, wide, high);
    }
    return this.scaled.put(key, sheet, 4 * wide * high);
  }

  // An icon in one colour; null while it is on its way, or if there is none.
  icon(name, size, colour) {
    const key = `icon|${name}|${size}|${colour}`, found = this.scaled.get(key);
    if (found) return found;
    const svg = this.drawing(name);
    if (!svg) return null;
    const image = this.original(key, () => this.load(null, svg.replaceAll("currentColor", colour)));
    if (!image) return null;
    const sheet = this.make(size, size), x = sheet.getContext("2d");
    x.imageSmoothingQuality = "high";
    x.drawImage(image, 0, 0, size, size);
    this.originals.remove(key);
    return this.scaled.put(key, sheet, 4 * size * size);
  }

  original(key, begin) {
    const found = this.originals.get(key);
    if (found) return found;
    if (this.absent.has(key)) return null;
    this.missing = true;
    if (!this.coming.has(key)) {
      this.coming.add(key);
      begin().then(
        (image) => {
          this.coming.delete(key);
          if (image) this.originals.put(key, image, 4 * image.width * image.height);
          else this.absent.add(key);
          this.arrived();
        },
        () => {
          this.coming.delete(key); // the next frame that wants it asks again
        },
      );
    }
    return null;
  }
}
