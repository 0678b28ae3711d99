// Compiles a folder of Python source with Pyodide's own Python into one archive of .pyc files, which start twice as fast.
//   node compile.mjs PYODIDE_FOLDER SOURCE_FOLDER ARCHIVE

import fs from "node:fs";
import path from "node:path";

const [pyodide, source, archive] = process.argv.slice(2).map((one) => path.resolve(one));
const { loadPyodide } = await import(`${pyodide}/pyodide.mjs`);
const py = await loadPyodide({ indexURL: `${pyodide}/` });
py.FS.mkdirTree("/source");
py.FS.mount(py.FS.filesystems.NODEFS, { root: source }, "/source");
py.runPython(`
import os, py_compile, zipfile

with zipfile.ZipFile("/archive.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
    for folder, _, names in sorted(os.walk("/source")):
        for name in sorted(names):
            path = os.path.join(folder, name)
            inside = os.path.relpath(path, "/source")
            if name.endswith(".py"):
                py_compile.compile(
                    path, cfile="/one.pyc", dfile=inside, doraise=True, optimize=2,
                    invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
                )
                path, inside = "/one.pyc", inside + "c"
            entry = zipfile.ZipInfo(inside, (2020, 1, 1, 0, 0, 0))  # the same source makes the same archive
            entry.compress_type = zipfile.ZIP_DEFLATED
            with open(path, "rb") as file:
                archive.writestr(entry, file.read())
`);
fs.writeFileSync(archive, py.FS.readFile("/archive.zip"));
