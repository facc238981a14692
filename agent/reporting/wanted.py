"""Whose pay is asked for: level, years and place as far as the person told them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from agent.guide import Guide
from agent.state import InterviewState
from corpus.facets import facets_of
from corpus.figures import Figure

NAMES = {"us": "the United States", "india": "India"}
LEVELS = ("junior", "mid", "senior", "staff", "principal")
_YEARS = re.compile(r"(\d+)\s*(?:[–-]|to)\s*(\d+)\s*(?:years?|yrs?)|(\d+)\+\s*(?:years?|yrs?)")


@dataclass(frozen=True, slots=True)
class Wanted:
    """`places` are regions of corpus/facets.yaml, or the person's own word for one; empty when not known.
    `level` "" and `years` None when not known."""

    places: tuple[str, ...] = ()
    level: str = ""
    years: float | None = None

    def fits(self, figure: Figure, region: str) -> bool:
        """`region`: the country that the article names for the figure, "" when it names none. A figure in
        dollars without a country is shown, as such, to those who ask for the United States only."""
        if self.places and region not in self.places:
            return not region and figure.unit == "USD" and "us" in self.places and self._levelled(figure)
        return self._levelled(figure)

    def _levelled(self, figure: Figure) -> bool:
        if not figure.level:
            return True
        if self.level:
            return self.level in figure.level
        band = _YEARS.search(figure.label)
        if self.years is None or not band:
            return True
        low, high = (float(band[1]), float(band[2]) + 1) if band[1] else (float(band[3]), 99.0)
        return low <= self.years < high

    def __str__(self) -> str:
        """As the end of "Pay …", empty when nothing is known."""
        level = f"at {self.level} level" if self.level else ""
        if not level and self.years is not None:
            level = f"with {self.years:g} {'year' if self.years == 1 else 'years'} of experience"
        names = [NAMES.get(place, place) for place in self.places]
        where = "in your country" if names == ["elsewhere"] else f"in {' or '.join(names)}" if names else ""
        return " ".join(part for part in (level, where) if part)


def wanted(guide: Guide, state: InterviewState) -> Wanted:
    """What the slots say, else the options chosen."""
    said = {slot: value for slot, (value, _) in state.values.items()}
    today = [t.id for t in guide.topics if not (t.wish or t.ahead)]  # who wants to be staff one day is not
    options = {h.option for id in today for h in state.topics[id].heard if h.evidence.strength > 0}
    place = said.get("place", "")
    places = facets_of(place).region or tuple(region for region in NAMES if region in options)
    if not places and ("elsewhere" in options or place):
        places = (place or "elsewhere",)
    levels = (*facets_of(said.get("level", "")).level, *(level for level in LEVELS if level in options))
    years = re.search(r"\d+(?:\.\d+)?", said.get("years", ""))
    return Wanted(places, next(iter(levels), ""), float(years[0]) if years else None)
