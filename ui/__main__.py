"""The entrance of the command line; `fieldnote --help` lists what can be typed."""

from __future__ import annotations

import sys

from ui.commands import run


def main(arguments: list[str] | None = None) -> int:
    """Exit status: 0 done, 1 something could not be done (said in one line), 2 wrong use."""
    return run(sys.argv[1:] if arguments is None else arguments)


if __name__ == "__main__":
    sys.exit(main())
