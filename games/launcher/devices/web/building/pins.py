"""The versions of everything that the folder for browsers is made of, besides `browser/package.json`. Raise them together:
Pyodide says for which Python and which platform wheels must be made, and pydantic needs one version of pydantic-core."""

from __future__ import annotations

PYTHON = "3.14"  # that of the Pyodide in browser/package.json ...
PLATFORM = "pyemscripten_2026_0_wasm32"  # ... and the platform of its wheels
WHEELS = (
    "annotated-types==0.8.0",
    "jinja2==3.1.6",
    "platformdirs==4.14.8",
    "pydantic==2.14.4",
    "pydantic-core==2.50.5",
    "segno==1.6.6",
    "typing-extensions==4.16.0",
    "typing-inspection==0.4.5",
)
ANY_PLATFORM = ("markupsafe==3.0.4",)  # only its Python files are taken: it does without its compiled part
NOT_NEEDED = ("pydantic/v1", "pydantic/mypy.py", "segno/scripts.py")
PYODIDE_FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "pyodide-lock.json")

# Of Python's own library, what no part of the program or of Pyodide's start imports: names at its top, and character sets.
LIBRARY_LEFT_OUT = frozenset(
    {
        "__phello__",
        "_pyrepl",
        "antigravity",
        "cProfile",
        "cgi",
        "cgitb",
        "curses",
        "dbm",
        "doctest",
        "ensurepip",
        "ftplib",
        "idlelib",
        "imaplib",
        "lib2to3",
        "mailbox",
        "multiprocessing",
        "nntplib",
        "optparse",
        "pdb",
        "pickletools",
        "poplib",
        "profile",
        "pstats",
        "pydoc",
        "pydoc_data",
        "smtplib",
        "symtable",
        "tabnanny",
        "telnetlib",
        "test",
        "this",
        "timeit",
        "tkinter",
        "trace",
        "turtle",
        "turtledemo",
        "unittest",
        "venv",
        "wsgiref",
        "xml",
        "xmlrpc",
        "zipapp",
    }
)
CHARACTER_SETS_LEFT_OUT = (
    "big5", "cp", "euc_", "gb", "hp_", "hz", "iso2022", "iso8859_", "johab", "koi8", "kz1048", "mac_", "palmos", "ptcp",
    "shift_", "tis_",
)  # fmt: skip
CHARACTER_SETS_KEPT = ("cp437", "cp1252", "iso8859_1", "iso8859_15")  # names in archives; older tables
