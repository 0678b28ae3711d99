// Sounds: fetched when first heard, silent until the player has touched the page, as browsers demand.

export class Speaker {
  // address(name): where a sound lies, or nothing; context(): a new AudioContext.
  constructor(address, context = () => new (globalThis.AudioContext ?? globalThis.webkitAudioContext)(), get = globalThis.fetch) {
    Object.assign(this, { address, context, get });
    this.open = null;
    this.sounds = new Map(); // name -> decoded sound, or null while it is on its way and where there is none
  }

  // Called within a touch.
  unlock() {
    try {
      this.open ??= this.context();
      if (this.open.state !== "running") this.open.resume();
    } catch {
      // no sound here
    }
  }

  // pan: -1 left to 1 right; loudness: 0 to 1. A sound that was never heard before is heard as soon as it is there.
  play(name, pan, loudness) {
    if (!this.open) return;
    const found = this.sounds.get(name);
    if (found) this.begin(found, pan, loudness);
    else if (found === undefined) this.fetch(name, pan, loudness);
  }

  fetch(name, pan, loudness) {
    this.sounds.set(name, null);
    const address = this.address(name) ?? this.address(name.replace(/_[0-9]+$/, ""));
    if (!address) return;
    this.get(address)
      .then((answer) => answer.arrayBuffer())
      .then((bytes) => this.open.decodeAudioData(bytes))
      .then((sound) => {
        this.sounds.set(name, sound);
        this.begin(sound, pan, loudness);
      })
      .catch(() => {}); // a browser that cannot decode it stays silent
  }

  begin(sound, pan, loudness) {
    const { open } = this, source = open.createBufferSource(), volume = open.createGain();
    source.buffer = sound;
    volume.gain.value = loudness;
    source.connect(volume);
    if (open.createStereoPanner) {
      const side = open.createStereoPanner();
      side.pan.value = pan;
      volume.connect(side).connect(open.destination);
    } else volume.connect(open.destination);
    source.start();
  }
}
