"""Dates as people say them."""

from __future__ import annotations

import re

_MONTHS = "January February March April May June July August September October November December".split()


def spoken(date: str) -> str:
    """ "2026-05-04" and "2026-05" -> "May 2026"; anything else as it stands."""
    match = re.match(r"(\d{4})-(\d{2})(?!\d)", date)
    return f"{_MONTHS[int(match[2]) - 1]} {match[1]}" if match and 1 <= int(match[2]) <= 12 else date
