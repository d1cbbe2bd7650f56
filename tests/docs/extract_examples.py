"""Makes programs of the code in a Markdown file, so that what readers copy is known to compile.

    extract_examples.py FILE.md FOLDER      writes FOLDER/NAME_whole.cpp and FOLDER/NAME_pieces.cpp

A block ```cpp that holds a main() is a program of its own: there is one such. All others are pieces of a second one: their
includes come first, what is left follows in its order, inside a main(). #line leads a compiler's complaints to the page.
"""

import re
import sys
from pathlib import Path

HEAD = "#include <iostream>\n#include <string>\n#include <utility>\n#include <vector>\n"


def blocks_of(text):
    """Returns the code of each block, with the number of its first line."""
    return [(match.group(1), text.count("\n", 0, match.start(1)) + 1)
            for match in re.finditer(r"^```cpp\n(.*?)^```$", text, re.M | re.S)]


def placed(code, line, path):
    return f'#line {line} "{path}"\n{code}'


def pieces(blocks, path):
    """Returns one program of all the blocks."""
    includes, body = [], []
    for code, line in blocks:
        lines = code.split("\n")
        is_include = [text.startswith("#include") for text in lines]
        includes += [text for text, include in zip(lines, is_include) if include and text not in includes]
        rest = "\n".join("" if include else text for text, include in zip(lines, is_include))
        body.append(placed(rest, line, path))
    return HEAD + "\n".join(includes) + "\n\nint main() {\n" + "\n".join(body) + "\n}\n"


def write_if_changed(path, text):
    if not path.exists() or path.read_text() != text:
        path.write_text(text)


def main():
    source, folder = Path(sys.argv[1]), Path(sys.argv[2])
    blocks = blocks_of(source.read_text(encoding="utf-8"))
    whole = [block for block in blocks if "int main(" in block[0]]
    others = [block for block in blocks if "int main(" not in block[0]]
    if len(whole) != 1 or not others:
        sys.exit(f"{source}: {len(whole)} whole programs and {len(others)} pieces; one and some are expected")
    folder.mkdir(parents=True, exist_ok=True)
    write_if_changed(folder / f"{source.stem}_whole.cpp", placed(*whole[0], source))
    write_if_changed(folder / f"{source.stem}_pieces.cpp", pieces(others, source))


if __name__ == "__main__":
    main()
