// Keeps a whole version of the program, so that it starts without a network. Old and new files are never mixed: each version
// has a cache of its own, and a new one takes over when no page of the old one is open any more, or when the player says so.

const VERSION = "BUILT_VERSION";
const FILES = ["BUILT_FILES"];
const NAME = `handplay-${VERSION}`;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(FILES)));
});

self.addEventListener("activate", (event) => {
  const old = (names) => names.filter((name) => name.startsWith("handplay-") && name !== NAME);
  event.waitUntil(caches.keys().then((names) => Promise.all(old(names).map((name) => caches.delete(name)))).then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET" || new URL(event.request.url).origin !== self.location.origin) return;
  const wanted = event.request.mode === "navigate" ? "./" : event.request;
  event.respondWith(caches.open(NAME).then((cache) => cache.match(wanted, { ignoreSearch: true })).then((found) => found ?? fetch(event.request)));
});

self.addEventListener("message", (event) => event.data === "take over" && self.skipWaiting());
