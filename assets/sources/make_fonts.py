"""Cuts the fonts of other scripts to what names need. Run: python make_fonts.py FOLDER, with fonttools installed.

FOLDER holds NotoSans*-Bold.ttf, NotoSansHebrew-Regular.ttf and NotoSansCJK-Bold.ttc as the Noto project publishes them. Of Chinese, Japanese and
Korean the letters of the first levels of GB 2312, JIS X 0208 and KS X 1001 are kept, and the kana.
"""

import sys
from pathlib import Path

from fontTools import subset

FONTS = Path(__file__).parents[1] / "fonts"
LATIN_GREEK_CYRILLIC = "U+0020-024F,U+0300-036F,U+0370-03FF,U+0400-052F,U+1E00-1FFF,U+2010-2027"
SPOKEN = ("Hebrew",)  # scripts of languages that the program speaks: their sentences are not all bold
KEPT = ["--no-hinting", "--name-IDs=0,1,2,3,4,5,6,13,14", "--notdef-outline"]


def of_code(code: str, first: int, last: int) -> set[str]:
    """The letters in these rows of a two-byte code."""
    pairs = [bytes((a, b)) for a in range(first, last) for b in range(0xA1, 0xFF)]
    return {letter for pair in pairs if (letter := pair.decode(code, "ignore"))}


def main(folder: Path) -> None:
    """Write all of them."""
    subset.main(
        [str(folder / "NotoSans-Bold.ttf"), f"--unicodes={LATIN_GREEK_CYRILLIC}", "--layout-features=*", *KEPT]
        + [f"--output-file={FONTS / 'NotoSans-Bold.ttf'}"]
    )
    bold = [f"NotoSans{script}-Bold.ttf" for script in ("Arabic", "Hebrew", "Thai", "Armenian", "Georgian", "Devanagari")]
    for name in [*bold, *(f"NotoSans{script}-Regular.ttf" for script in SPOKEN)]:
        subset.main(
            [str(folder / name), "--unicodes=*", "--layout-features=*", *KEPT, f"--output-file={FONTS / name}"]
        )
    letters = of_code("gb2312", 0xB0, 0xD8) | of_code("euc_jp", 0xB0, 0xD0) | of_code("euc_kr", 0xB0, 0xC9)
    letters |= {chr(code) for code in range(0x3041, 0x30FF)} | set("々・ー　")
    subset.main(
        [str(folder / "NotoSansCJK-Bold.ttc"), "--font-number=2", f"--text={''.join(sorted(letters))}", *KEPT]
        + ["--layout-features=", f"--output-file={FONTS / 'NotoSansCJK-Bold.otf'}"]
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
