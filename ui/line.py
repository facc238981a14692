"""A bounded line: so many are served at once, so many may wait, in the order they came; each knows their place."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager


class LineFullError(Exception):
    """Nobody more can wait; the message says what to do."""


class Place:
    """Somebody's place in a line."""

    def __init__(self, line: Line) -> None:
        self._line = line

    def ahead(self, patience: float = 0.0) -> int:
        """How many must be done before it is their turn; 0 when it is. Waits up to `patience` seconds for that."""
        return self._line.ahead(self, patience)


class Line:
    """Safe to share between threads. `at_once` are served, `waiting` more may stand in line."""

    def __init__(self, at_once: int, waiting: int) -> None:
        self._at_once, self._most = at_once, at_once + waiting
        self._places: list[Place] = []  # in the order they came, the served ones first
        self._moved = threading.Condition()

    def __len__(self) -> int:
        return len(self._places)

    @contextmanager
    def place(self) -> Iterator[Place]:
        """A place, given up when the block ends. LineFullError when there is none left."""
        place = Place(self)
        with self._moved:
            if len(self._places) >= self._most:
                raise LineFullError(
                    f"{self._most} people are being answered or waiting, and no more can wait. What you typed is "
                    "still in the box: send it again in a minute."
                )
            self._places.append(place)
        try:
            yield place
        finally:
            with self._moved:
                self._places.remove(place)
                self._moved.notify_all()

    def ahead(self, place: Place, patience: float) -> int:
        """As Place.ahead."""
        end = time.monotonic() + patience
        with self._moved:
            while (ahead := self._before(place)) and (left := end - time.monotonic()) > 0:
                self._moved.wait(left)
            return ahead

    def _before(self, place: Place) -> int:
        return max(0, self._places.index(place) + 1 - self._at_once)
