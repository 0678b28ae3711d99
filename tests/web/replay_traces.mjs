// Plays recorded hands again in Pyodide, from the archive that a browser loads: each must be identical.
//   node replay_traces.mjs SITE FOLDER_OF_HPS_FILES

import fs from "node:fs";
import path from "node:path";

const [site, traces] = process.argv.slice(2).map((one) => path.resolve(one));
const part = (name) => path.join(site, fs.readdirSync(site).find((one) => one.startsWith(`${name}-`)));
const { loadPyodide } = await import(path.join(part("python"), "pyodide.mjs"));
const py = await loadPyodide({ indexURL: `${part("python")}/` });
py.unpackArchive(new Uint8Array(fs.readFileSync(path.join(part("program"), "program.zip"))), "zip", { extractDir: "/program" });
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
