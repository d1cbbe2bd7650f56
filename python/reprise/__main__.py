"""The program: ``python -m reprise compare articles/`` is ``reprise compare articles/``."""

import sys

from . import _core


def main() -> None:
    sys.exit(_core.run_as_program(sys.argv[1:]))


if __name__ == "__main__":
    main()
