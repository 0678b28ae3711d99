// Sounds: fetched when first heard, silent until the player has touched the page, as browsers demand.

const FADES = 0.3; // s: how soon what is heard all the time has nearly reached its loudness

function fade(open, volume, loudness) {
  volume.gain.setTargetAtTime(loudness, open.currentTime, FADES);
}

export class Speaker {
  // address(name): where a sound lies, or nothing; context(): a new AudioContext.
  constructor(address, context = () => new (globalThis.AudioContext ?? globalThis.webkitAudioContext)(), get = globalThis.fetch) {
    Object.assign(this, { address, context, get });
    this.open = null;
    this.wanted = { tone: ["", 0], music: ["", 0] }; // what is heard all the time: its sound, its loudness
    this.loops = new Map(); // the sound of it that plays -> its source and volume
    this.sounds = new Map(); // name -> decoded sound, or null while it is on its way and where there is none
  }

  // Called within a touch.
  unlock() {
    try {
      this.open ??= this.context();
      if (this.open.state !== "running") this.open.resume();
      this.settle();
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

  // What is heard all the time from now on: the tone of a room and the music, each with its loudness from 0 to 1.
  around(room, tone, music) {
    this.wanted = { tone: [room ? `room_${room}` : "", tone], music: [music > 0 ? "music" : "", music] };
    this.settle();
  }

  settle() {
    if (!this.open) return;
    const wanted = new Map(Object.values(this.wanted).filter(([name]) => name));
    for (const [name, { source, volume }] of this.loops) {
      fade(this.open, volume, wanted.get(name) ?? 0);
      if (wanted.has(name)) continue;
      source.stop(this.open.currentTime + 3 * FADES);
      this.loops.delete(name);
    }
    for (const [name, loudness] of wanted) if (!this.loops.has(name)) this.loop(name, loudness);
  }

  loop(name, loudness) {
    const sound = this.sounds.get(name);
    if (sound === undefined) this.fetch(name, 0, 0, () => this.settle());
    if (!sound) return;
    const source = this.open.createBufferSource(), volume = this.open.createGain();
    source.buffer = sound;
    source.loop = true;
    volume.gain.value = 0;
    source.connect(volume).connect(this.open.destination);
    source.start();
    fade(this.open, volume, loudness);
    this.loops.set(name, { source, volume });
  }

  fetch(name, pan, loudness, then = () => this.begin(this.sounds.get(name), pan, loudness)) {
    this.sounds.set(name, null);
    const address = this.address(name) ?? this.address(name.replace(/_[0-9]+$/, ""));
    if (!address) return;
    this.get(address)
      .then((answer) => answer.arrayBuffer())
      .then((bytes) => this.open.decodeAudioData(bytes))
      .then((sound) => {
        this.sounds.set(name, sound);
        then();
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
