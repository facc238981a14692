"""Charts of stated figures: ranges on one axis, a panel a kind, so that unlike things are never drawn as alike.

Drawn by matplotlib without its global state. As SVG the colours are the page's (`var(--fn-…)`), so that one picture
serves both themes; as PNG they are the light theme's.
"""

from __future__ import annotations

import io
import re
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from ui.theme import LIGHT

_DRAWING = threading.Lock()  # matplotlib's font cache is shared and not made for threads
_STAND_IN = {"ink": "#010203", "soft": "#010204", "accent": "#010205", "rule": "#010206", "card": "#010207"}
_HEAD = re.compile(r"^.*?(?=<svg)|<metadata>.*?</metadata>|<style.*?</style>|<!--.*?-->", re.DOTALL)
_FONT = re.compile(r"font-family: [^;\"]*")


@dataclass(frozen=True, slots=True)
class Bar:
    """One stated range. `group` is its panel (what it measures), `solid` how it is filled: total pay is, base is not.
    `open`: "or more". `text` is the amount as stated."""

    group: str
    label: str
    low: float
    high: float
    text: str
    open: bool = False
    solid: bool = True


@dataclass(frozen=True, slots=True)
class Chart:
    title: str
    unit: str
    bars: tuple[Bar, ...]

    def told(self) -> str:
        """The chart in words, for those who do not see it."""
        rows = "; ".join(f"{b.group}, {b.label}: {b.text}" for b in self.bars)
        return f"{self.title}. {rows}."


def svg(chart: Chart, narrow: bool = False) -> str:
    """The chart as an SVG element in the page's colours; `narrow`: for a phone, each label above its bar."""
    text = _HEAD.sub("", _draw(chart, _STAND_IN, "svg", narrow).decode())
    for name, colour in _STAND_IN.items():
        text = text.replace(colour, f"var(--fn-{name})")
    return _FONT.sub("font-family: inherit", text).replace(
        "<svg ", f"<svg class='{'narrow' if narrow else 'wide'}' aria-hidden='true' ", 1
    )


def svg_file(chart: Chart) -> bytes:
    """The chart as an SVG file in the light theme's colours."""
    return _draw(chart, LIGHT, "svg")


def png(chart: Chart) -> bytes:
    return _draw(chart, LIGHT, "png")


def _draw(chart: Chart, colours: dict[str, str], kind: str, narrow: bool = False) -> bytes:
    with _DRAWING:
        import matplotlib

        matplotlib.use("agg")
        salt = f"fieldnote {narrow}"  # two charts on one page may not share the names of their hatches
        matplotlib.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": salt, "font.size": 10})
        from matplotlib.figure import Figure

        groups = [(name, list(bars)) for name, bars in groupby(chart.bars, key=lambda b: b.group)]
        height = (0.46 if narrow else 0.3) * len(chart.bars) + 0.52 * len(groups) + 0.5
        figure = Figure(figsize=(4.8 if narrow else 9.2, height), layout="constrained")
        figure.patch.set_alpha(0 if kind == "svg" and colours is _STAND_IN else 1)
        figure.patch.set_facecolor(colours["card"])
        axes = figure.subplots(
            len(groups), 1, sharex=True, squeeze=False, height_ratios=[len(b) + 1 for _, b in groups]
        )
        limit = max(b.high for b in chart.bars)
        for axis, (name, bars) in zip(axes[:, 0], groups, strict=True):
            _panel(axis, name, bars, limit, colours, narrow)
        axes[-1, 0].set_xlabel(chart.unit, color=colours["soft"], parse_math=False)
        out = io.BytesIO()
        figure.savefig(out, format=kind, dpi=160, metadata={"Date": None} if kind == "svg" else None)
        return out.getvalue()


def _panel(axis: Any, name: str, bars: Sequence[Bar], limit: float, colours: dict[str, str], narrow: bool) -> None:
    for row, bar in enumerate(bars):
        width = max(bar.high - bar.low, limit * 0.006)
        axis.barh(
            row,
            width,
            left=bar.low,
            height=0.3 if narrow else 0.52,
            linewidth=1.3,
            edgecolor=colours["accent"],
            facecolor=colours["accent"] if bar.solid else "none",
            hatch=None if bar.solid else "////",
        )
        if bar.open:
            axis.plot([bar.high + limit * 0.012], [row], marker=">", color=colours["accent"], markersize=5)
        beside = bar.high + limit * (0.06 if narrow and bar.open else 0.025)
        axis.text(beside, row, bar.text, va="center", color=colours["ink"], fontsize=9, parse_math=False)
        if narrow:
            axis.text(0, row - 0.3, bar.label, color=colours["ink"], fontsize=9, parse_math=False)
    labels = [] if narrow else [b.label for b in bars]
    axis.set_yticks(range(len(labels)), labels, color=colours["ink"], parse_math=False)
    axis.set_ylim(len(bars) - 0.4, -0.9 if narrow else -0.6)
    axis.set_xlim(0, limit * (1.45 if narrow else 1.22))
    axis.set_title(name, loc="left", color=colours["ink"], fontsize=10.5, fontweight="bold", parse_math=False)
    axis.set_facecolor("none")
    axis.tick_params(axis="x", colors=colours["soft"], length=0)
    axis.tick_params(axis="y", length=0)
    axis.grid(axis="x", color=colours["rule"], linewidth=0.8)
    axis.set_axisbelow(True)
    for side in axis.spines.values():
        side.set_visible(False)
