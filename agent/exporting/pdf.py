"""Blocks as a PDF, with the DejaVu fonts that matplotlib ships: ₹, –, → and most alphabets show."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from fpdf import FPDF
from fpdf.enums import TableBordersLayout
from fpdf.fonts import FontFace, TTFFont

from agent.exporting.blocks import Block, Grid, Heading, Items, Line, Paragraph, Part, Ref, Said, Strong, clean
from agent.exporting.walk import edges

FACES = {"": "DejaVuSans.ttf", "B": "DejaVuSans-Bold.ttf", "I": "DejaVuSans-Oblique.ttf"}
SIZES = {1: 18.0, 2: 13.0, 3: 11.0}
BODY, LEADING, MARGIN = 9.5, 5.2, 20.0  # points, mm, mm


class PdfError(Exception):
    """A PDF cannot be made here; the message says what to do instead."""


def pdf(title: str, blocks: Iterable[Block]) -> bytes:
    """The document's bytes. What DejaVu lacks is shown as □; PdfError when the fonts are not installed."""
    page = _Page(_fonts())
    page.set_title(clean(title))
    page.set_lang("en")
    page.add_page()
    for block in blocks:
        page.block(block)
    return bytes(page.output())


def _fonts() -> Path:
    spec = find_spec("matplotlib")
    if spec is None or spec.origin is None:
        raise PdfError(
            "The PDF needs the fonts of matplotlib, which is not installed; export HTML and print it instead."
        )
    return Path(spec.origin).parent / "mpl-data" / "fonts" / "ttf"


class _Page(FPDF):
    def __init__(self, fonts: Path) -> None:
        super().__init__(format="A4")
        self.set_margins(MARGIN, MARGIN)
        self.set_auto_page_break(True, MARGIN)
        self.known: dict[str, frozenset[int]] = {}  # the characters of each face
        for style, name in FACES.items():
            self.add_font("DejaVu", style, fonts / name)
            font = self.fonts[f"dejavu{style}"]
            self.known[style] = frozenset(font.cmap) if isinstance(font, TTFFont) else frozenset()
        self.set_font("DejaVu", size=BODY)

    def footer(self) -> None:
        self.set_y(-14)
        self.set_font("DejaVu", size=7.5)
        self.cell(0, 5, str(self.page_no()), align="C")

    def block(self, block: Block) -> None:
        if isinstance(block, Heading):
            self._heading(block)
        elif isinstance(block, Paragraph):
            self._flow(block.line, self.l_margin, after=2.2)
        elif isinstance(block, Items):
            for number, line in enumerate(block.lines, 1):
                self._item(f"{number}." if block.ordered else "•", line, 6.0)
            self.ln(1.2)
        elif isinstance(block, Grid):
            self._grid(block)
        else:
            for marker, line in block.entries:
                self._item(f"[{marker}]", line, 11.0)

    def _heading(self, block: Heading) -> None:
        if self.get_y() > self.h - 45:  # a heading does not stand alone at the foot of a page
            self.add_page()
        self.ln(4 if block.level > 1 else 0)
        self.set_font("DejaVu", "B", SIZES.get(block.level, BODY))
        self.multi_cell(
            0,
            SIZES.get(block.level, BODY) * 0.5,
            self._styled(Strong(block.text))[1],
            align="L",
            new_x="LMARGIN",
            new_y="NEXT",
        )
        self.ln(1.6)

    def _item(self, mark: str, line: Line, indent: float) -> None:
        self.set_font("DejaVu", size=BODY)
        self.cell(indent, LEADING, mark)
        self._flow(line, self.l_margin + indent, after=1.0)

    def _flow(self, line: Line, left: float, after: float) -> None:
        """Running text of mixed styles with a hanging indent at `left` mm."""
        before = self.l_margin
        self.set_left_margin(left)
        self.set_x(left)
        for part in line:
            style, text = self._styled(part)
            self.set_font("DejaVu", style, BODY)
            room = self.w - self.r_margin - self.get_x() - 2 * self.c_margin
            if isinstance(part, Ref) and self.get_string_width(f"{text}.") > room:
                self.ln(LEADING)  # a mark is not broken in two
            self.write(LEADING, text)
        self.set_left_margin(before)
        self.ln(LEADING + after)

    def _grid(self, grid: Grid) -> None:
        self.set_font("DejaVu", size=BODY - 0.5)
        with self.table(
            col_widths=grid.widths,
            text_align="LEFT",
            line_height=LEADING,
            width=self.epw,
            borders_layout=TableBordersLayout.HORIZONTAL_LINES,
            headings_style=FontFace(emphasis="BOLD"),
        ) as table:
            table.row([self._text(name) for name in grid.header])
            for row in grid.rows:
                table.row(["".join(self._styled(part)[1] for part in cell) for cell in row])
        self.ln(2)

    def _styled(self, part: Part) -> tuple[str, str]:
        if isinstance(part, Ref):
            return "", f"[{part.marker}]"
        if isinstance(part, Said | Strong):
            style, text = ("I", f"“{clean(part.text)}”") if isinstance(part, Said) else ("B", clean(part.text))
            if all(ord(char) in self.known[style] for char in text):
                return style, text
            return "", self._text(text)  # the upright face knows more alphabets
        left, right = edges(part)
        return "", f"{left}{self._text(part)}{right}"

    def _text(self, text: str) -> str:
        return "".join(char if ord(char) in self.known[""] else "□" for char in clean(text))
