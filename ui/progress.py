"""Progress in a terminal: one bar a step, on standard error, only where somebody watches."""

from __future__ import annotations

import sys
from types import TracebackType

from tqdm import tqdm


class Bar:
    """Called with (what, done, total); draws nothing for steps that are over before they began."""

    def __init__(self) -> None:
        self._bar: tqdm[None] | None = None
        self._what = ""

    def __enter__(self) -> Bar:
        return self

    def __call__(self, what: str, done: int, total: int) -> None:
        if what != self._what:
            self._finish()
            self._what = what
            if total > 1 and sys.stderr.isatty():
                self._bar = tqdm(total=total, desc=what, unit="", leave=True, file=sys.stderr)
        if self._bar is not None:
            self._bar.update(done - self._bar.n)

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._finish()

    def _finish(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None
