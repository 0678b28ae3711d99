// Files out of the page and into it. The browser shares, saves and chooses them; what came of it is asked for later.

const PICKED = "/fleeting/picked"; // where chosen files lie in Python's file system
const TYPES = { ".csv": "text/csv", ".html": "text/html", ".png": "image/png", ".zip": "application/zip" };
const RETURNED = 1000; // ms after the page is seen again until a sheet that said nothing counts as left

export class Carrier {
  // FS: Emscripten's file system; document and navigator: the page's own.
  constructor(FS, { document = globalThis.document, navigator = globalThis.navigator, window = globalThis } = {}) {
    Object.assign(this, { FS, document, navigator, window });
    this.said = [];
  }

  carried() {
    return JSON.stringify(this.said.splice(0));
  }

  // Shares a file where a finger is the usual pointer and the browser can, otherwise saves it as a download.
  async give(number, path) {
    const name = path.slice(path.lastIndexOf("/") + 1), ending = name.slice(name.lastIndexOf("."));
    try {
      const file = new File([this.FS.readFile(path).slice()], name, { type: TYPES[ending] ?? "application/octet-stream" });
      const outcome = (await this.shared(file)) ?? this.saved(file);
      this.said.push({ number, ...outcome });
    } catch (error) {
      this.said.push({ number, why: error.message || String(error) });
    }
  }

  // What came of sharing; nothing if the browser does not share this file.
  async shared(file) {
    const { navigator, window } = this;
    if (!window.matchMedia?.("(pointer: coarse)").matches || !navigator.canShare?.({ files: [file] })) return null;
    try {
      await navigator.share({ files: [file], title: file.name });
      return {};
    } catch (error) {
      return error.name === "AbortError" ? { left: true } : null;
    }
  }

  saved(file) {
    const link = this.document.createElement("a"), address = URL.createObjectURL(file);
    Object.assign(link, { href: address, download: file.name, hidden: true });
    this.document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 60_000).unref?.(); // the download may begin later; only Node has unref
    return {};
  }

  pick(number, endings) {
    const { document, window } = this, field = document.createElement("input");
    Object.assign(field, { type: "file", accept: endings, hidden: true });
    let over = false;
    const end = (outcome) => {
      if (over) return;
      over = true;
      field.remove();
      window.removeEventListener("focus", returned);
      this.said.push({ number, ...outcome });
    };
    // An older browser tells nobody that its sheet was closed: the page is in front again, and nothing was chosen.
    const returned = () => setTimeout(() => field.files.length || end({ left: true, files: [] }), RETURNED);
    field.addEventListener("change", async () => {
      try {
        end({ files: await Promise.all([...field.files].map((file) => this.taken(number, file))) });
      } catch (error) {
        end({ files: [], why: error.message });
      }
    });
    field.addEventListener("cancel", () => end({ left: true, files: [] }));
    window.addEventListener("focus", returned);
    document.body.append(field);
    field.click();
  }

  async taken(number, file) {
    const folder = `${PICKED}/${number}`, path = `${folder}/${file.name.replace(/[/\\\0]/g, "_")}`;
    this.FS.mkdirTree(folder);
    this.FS.writeFile(path, new Uint8Array(await file.arrayBuffer()));
    return path;
  }
}
