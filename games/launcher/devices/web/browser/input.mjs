// What a browser tells of fingers, mouse and keys, queued until the next frame; each event with its own time.

const PHASES = { pointerdown: 0, pointermove: 1, pointerup: 2, pointercancel: 3 };

export class Input {
  // canvas: where fingers land, as large as its element; target: where keys and the wheel are heard; touched(): called
  // within an event that the browser counts as the player's, which is when sound may begin.
  constructor(canvas, target, touched = () => {}) {
    Object.assign(this, { canvas, touched });
    this.pointers = []; // eight numbers for each event, see ../input/pointers.py
    this.keys = []; // [what, key, modifiers that are held]
    for (const name of Object.keys(PHASES)) canvas.addEventListener(name, (event) => this.pointer(name, event));
    canvas.addEventListener("contextmenu", (event) => event.preventDefault());
    canvas.addEventListener("touchstart", (event) => event.preventDefault(), { passive: false }); // no zoom, no callout
    target.addEventListener("keydown", (event) => this.key("down", event));
    target.addEventListener("keyup", (event) => this.key("up", event));
    canvas.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
  }

  // Everything since the last call.
  take() {
    const taken = { pointers: this.pointers, keys: this.keys };
    this.pointers = [];
    this.keys = [];
    return taken;
  }

  pointer(name, event) {
    if (name === "pointerdown") {
      this.touched();
      try {
        this.canvas.setPointerCapture(event.pointerId);
      } catch {
        // the pointer has gone already: its end is on its way
      }
      event.preventDefault();
    } else if (name === "pointerup") this.touched();
    const coalesced = name === "pointermove" && event.getCoalescedEvents ? event.getCoalescedEvents() : [];
    for (const one of coalesced.length ? coalesced : [event]) this.push(PHASES[name], one);
  }

  push(phase, event) {
    const box = this.canvas.getBoundingClientRect(), mouse = event.pointerType === "mouse" ? 1 : 0;
    this.pointers.push(
      phase,
      event.pointerId,
      ((event.clientX - box.left) * this.canvas.width) / box.width,
      ((event.clientY - box.top) * this.canvas.height) / box.height,
      event.timeStamp / 1000,
      mouse,
      event.button + 1,
      event.buttons & 1,
    );
  }

  key(what, event) {
    if (event.isComposing || event.metaKey) return;
    this.touched();
    const held = [event.ctrlKey && "ctrl", event.altKey && "alt", event.shiftKey && "shift"].filter(Boolean).join(" ");
    this.keys.push([what, event.key, held]);
    if (!(event.ctrlKey && event.key !== "q")) event.preventDefault(); // the browser keeps its own shortcuts
  }

  wheel(event) {
    if (event.deltaY) this.keys.push(["wheel", String(event.deltaY > 0 ? -1 : 1), ""]);
    event.preventDefault();
  }
}
