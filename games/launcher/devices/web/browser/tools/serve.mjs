// Serves a folder to browsers of this machine, or of its network, for trying. It prints its address, then nothing.
//   node serve.mjs FOLDER HOST PORT

import fs from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";

const TYPES = {
  ".css": "text/css", ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".json": "application/json", ".mjs": "text/javascript",
  ".jpg": "image/jpeg", ".ogg": "audio/ogg", ".png": "image/png", ".svg": "image/svg+xml", ".ttf": "font/ttf", ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm", ".webmanifest": "application/manifest+json", ".webp": "image/webp", ".zip": "application/zip",
};
const [folder, host, port] = [path.resolve(process.argv[2]), process.argv[3], Number(process.argv[4])];

const server = http.createServer((request, answer) => {
  let wanted;
  try {
    wanted = path.join(folder, decodeURIComponent(new URL(request.url, "http://here").pathname));
  } catch {
    wanted = "";
  }
  if (wanted === folder || wanted === folder + path.sep) wanted = path.join(folder, "index.html");
  if (!wanted.startsWith(folder + path.sep) || !fs.existsSync(wanted) || !fs.statSync(wanted).isFile()) {
    answer.writeHead(404).end("There is no such file.");
    return;
  }
  const named = path.dirname(wanted) !== folder; // all but the top level have their content's hash in their folder's name
  answer.writeHead(200, {
    "Content-Type": TYPES[path.extname(wanted)] ?? "application/octet-stream",
    "Content-Length": fs.statSync(wanted).size,
    "Cache-Control": named ? "public, max-age=31536000, immutable" : "no-cache",
  });
  if (request.method === "HEAD") answer.end();
  else fs.createReadStream(wanted).pipe(answer);
});
server.on("error", (error) => {
  console.error(error.code === "EADDRINUSE" ? `port ${port} is in use: choose another with --port` : error.message);
  process.exit(1);
});
server.listen(port, host, () => {
  const outside = Object.values(os.networkInterfaces()).flat().find((one) => one.family === "IPv4" && !one.internal);
  const name = host === "127.0.0.1" ? "localhost" : (outside?.address ?? "localhost");
  console.log(`http://${name}:${server.address().port}/`);
});
