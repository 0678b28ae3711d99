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
PYODIDE_FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
