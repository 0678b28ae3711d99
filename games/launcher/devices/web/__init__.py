"""The device of a browser: the same program on a tablet. Its other half, in JavaScript, lies in `browser`."""
