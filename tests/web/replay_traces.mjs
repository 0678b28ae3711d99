// Plays recorded hands again in Pyodide, from the archive that a browser loads: each must be identical.
//   node replay_traces.mjs SITE FOLDER_OF_HPS_FILES

import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const [site, traces] = process.argv.slice(2).map((one) => path.resolve(one));
const part = (name) => path.join(site, fs.readdirSync(site).find((one) => one.startsWith(`${name}-`)));
const { loadPyodide } = await import(path.join(part("python"), "pyodide.mjs"));
const { decompress } = await import(path.join(part("program"), "fzstd.mjs"));
const unpacked = (...names) => decompress(new Uint8Array(fs.readFileSync(path.join(...names))));
const library = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "library-")), "python_stdlib.zip");
fs.writeFileSync(library, unpacked(part("python"), "python_stdlib.zip.zst"));
const py = await loadPyodide({ indexURL: `${part("python")}/`, stdLibURL: library });
fs.rmSync(path.dirname(library), { recursive: true });
py.unpackArchive(unpacked(part("program"), "program.zip.zst"), "zip", { extractDir: "/program" });
py.FS.mkdirTree("/traces");
const files = fs.readdirSync(traces).filter((name) => name.endsWith(".hps"));
for (const name of files) py.FS.writeFile(`/traces/${name}`, new Uint8Array(fs.readFileSync(path.join(traces, name))));
const found = py.runPython(`
import sys
sys.path.insert(0, "/program")
from pathlib import Path
from games.launcher.records.blocks.vault import read
from games.launcher.round.differences import differences
from games.launcher.round.record import rescored

differing = []
for path in sorted(Path("/traces").glob("*.hps")):
    record, trace = read(path)
    found = list(differences(record, rescored(record, trace)))
    if found:
        differing.append(f"{path.name}: {found[0]}")
"\\n".join(differing)
`);
console.log(found || `${files.length} recorded hands identical in Pyodide`);
process.exit(found || !files.length ? 1 : 0);
