// Files that were packed with Zstandard: browsers cannot unpack it by themselves.

import { decompress } from "./fzstd.mjs";

// Fetches and unpacks a file; `get`: as fetch.
export async function unpacked(address, get = globalThis.fetch) {
  const answer = await get(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return decompress(new Uint8Array(await answer.arrayBuffer()));
}
