"""The program: ``python -m reprise compare articles/`` is ``reprise compare articles/``.

It reads Parquet and Arrow files, too, where pyarrow is installed: ``reprise dedup data/*.parquet -o clean/``.
"""

import sys

from . import _core


def _complain(message: str) -> None:
    print(f"reprise: {message}", file=sys.stderr)


def _dedup(arguments: list[str]) -> int | None:
    """Returns the exit code, or None if the program reads these files by itself."""
    from ._errors import Error
    from ._shards import is_shard, run

    if "--help" in arguments or not any(is_shard(word) and not word.startswith("-") for word in arguments):
        return None
    try:
        return run(arguments, _complain)
    except Error as error:
        _complain(str(error))
        return 2


def main() -> None:
    command, *rest = sys.argv[1:] or [""]
    code = _dedup(rest) if command == "dedup" else None
    sys.exit(_core.run_as_program(sys.argv[1:]) if code is None else code)


if __name__ == "__main__":
    main()
