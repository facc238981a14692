"""The entrance: `fieldnote serve | ask | interview | add | index | replay`. All is built here and passed on."""

from __future__ import annotations

import sys

from ui.commands import run


def main(arguments: list[str] | None = None) -> int:
    """Exit status: 0 done, 1 something could not be done (said in one line), 2 wrong use."""
    return run(sys.argv[1:] if arguments is None else arguments)


if __name__ == "__main__":
    sys.exit(main())
