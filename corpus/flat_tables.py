"""Tables that lost their cells on the way to plain text, put back where that can be done safely.

Safe means: the header names roles, so that the number of columns is known, and what follows falls into whole
rows. Anything else stays the text that it was.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.loose_words import split_rows
from corpus.roles import Roles

Grid = list[list[str]]

# Words with a capital inside, which are no two cells. Those that stand free elsewhere in the document are
# added.
_CAMEL_WORDS = (
    "SaaS PaaS IaaS MLOps LLMOps AIOps DevOps DevSecOps DataOps FinTech HealthTech EdTech PyTorch "
    "TensorFlow OpenAI LinkedIn GitHub GitLab JavaScript TypeScript HubSpot DeepMind YouTube PayPal "
    "LangChain LlamaIndex XGBoost LightGBM NumPy SciPy PySpark GraphQL PostgreSQL MySQL NoSQL MongoDB "
    "BigQuery SageMaker ServiceNow McKinsey ZipRecruiter CoreWeave FastAPI GenAI eCommerce iOS macOS "
    "FDEs TAMs MLEs SEs LLMs GPUs APIs PhD PhDs KPIs POCs"
)
CAMEL = frozenset(_CAMEL_WORDS.split())
_BOUNDARY = re.compile(
    r"(?<=[a-z])(?=[A-Z0-9])"  # mandate|Deploy, customers|1–3
    r"|(?<=[)%+\]”\"])(?=[A-Za-z0-9])"  # (US)|TAM, 40%|Remote
    r"|(?<=[A-Z0-9])(?=[A-Z][a-z])"  # NPS|Number, 2026|Junior
    r"|(?<=[\w)%+.\]])(?=[$₹€£~])"  # $180K|$80K, yr)|$130K
)
_CAMEL_TOKEN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]*(?:[a-z][A-Z]|[A-Z]{2}[a-z]|[a-z]\d)[A-Za-z0-9]*(?![A-Za-z0-9])")
_VALUE = (
    r"[~≈<>]?\s?(?:[$₹€£]\s?)?\d[\d,.]*\s?[KMLk%x×]?\+?(?:\s?(?:–|-|—|to)\s?(?:[$₹€£]\s?)?\d[\d,.]*\s?[KMLk%x×]?\+?)?"
    r"(?:\s(?:LPA|lakhs?|USD|INR|days?|hours?|months?|years?|yrs?))?"
)
LONGEST_LABEL = 60


def one_line(line: str, free: frozenset[str], roles: Roles) -> Grid | None:
    """A whole table run together in one line -> its rows, the header first; None when it is not clearly
    one."""
    if len(line) < 60 or len(_BOUNDARY.findall(line)) < 6:
        return None
    cells = _cells(line, free)
    width = _width(cells, roles)
    if width is None or len(cells) % width or len(cells) < 3 * width:
        return None
    grid = [cells[start : start + width] for start in range(0, len(cells), width)]
    return grid if all(0 < len(row[0]) <= LONGEST_LABEL for row in grid) else None


def stacked(lines: Sequence[str], roles: Roles) -> Grid | None:
    """A table with each cell on a line of its own."""
    cells = [line.strip() for line in lines]
    width = _width(cells, roles)
    if width is None or len(cells) % width or len(cells) < 3 * width:
        return None
    grid = [cells[start : start + width] for start in range(0, len(cells), width)]
    return grid if all(len(row[0]) <= LONGEST_LABEL for row in grid) else None


def loose(lines: Sequence[str], roles: Roles) -> tuple[Grid, list[str]] | None:
    """A table with each row on a line, the cells parted by single spaces, and the lines of it that stay
    prose: all but the first column are figures, or ratings that repeat (see loose_words)."""
    header = _header(lines[0], roles) if len(lines) > 2 else None
    if header is None:
        return None
    row = re.compile(r"(.{1,60}?)" + rf"\s+({_VALUE})" * (len(header) - 1))
    rows = [row.fullmatch(line.strip()) for line in lines[1:]]
    if all(rows):
        return [header, *([*found.groups()] for found in rows if found)], []
    short = all(len(line) <= 100 and line.strip()[-1:] not in "!?;:" for line in lines)
    words = split_rows([line.strip() for line in lines[1:]]) if short and len(header) == 3 else None
    return ([header, *map(list, words[0])], words[1]) if words else None


def spaced(lines: Sequence[str]) -> Grid | None:
    """Columns parted by tabs, or by two spaces and more, alike on every line."""
    for gap in (r"\t", r"\t+| {2,}"):
        rows = [[cell.strip() for cell in re.split(gap, line.strip())] for line in lines]
        if len(rows) >= 2 and len(rows[0]) >= 2 and all(len(row) == len(rows[0]) for row in rows):
            if max(len(row[0]) for row in rows) > LONGEST_LABEL:
                return None
            return rows
    return None


def as_markdown(grid: Grid) -> str:
    width = max(len(row) for row in grid)
    rows = [[cell.replace("|", "\\|") for cell in row] + [""] * (width - len(row)) for row in grid]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * width, *lines[1:]])


def free_words(text: str) -> frozenset[str]:
    """Words with a capital or digit inside that stand between spaces in the document's running text."""
    lines = (line for line in text.split("\n") if len(_BOUNDARY.findall(line)) < 6 or "|" in line)
    return CAMEL | {found for line in lines for found in _CAMEL_TOKEN.findall(line)}


def _cells(line: str, free: frozenset[str]) -> list[str]:
    guarded: set[int] = set()
    for word in free:
        for found in re.finditer(re.escape(word), line):
            guarded.update(range(found.start() + 1, found.end()))
    cuts = [found.start() for found in _BOUNDARY.finditer(line) if found.start() not in guarded]
    edges = [0, *cuts, len(line)]
    return [line[start:end].strip() for start, end in pairwise(edges) if line[start:end].strip()]


def _width(cells: Sequence[str], roles: Roles) -> int | None:
    """1 + the cells after the first that are headed by a role: two at least, or it is no comparison."""
    width = 1
    while width < len(cells) and _is_role_header(cells[width], roles):
        width += 1
    return width if width >= 3 and len(cells[0]) <= 30 else None


def _is_role_header(cell: str, roles: Roles) -> bool:
    """A role's name and little else: "FDE (US)", "AI SE Total Comp", but not "Senior FDE → Staff FDE"."""
    found = roles.find(cell) if len(cell) <= 80 else []
    return len(found) == 1 and found[0].span.start == 0 and len(cell) - found[0].span.end <= 24


def _header(line: str, roles: Roles) -> list[str] | None:
    """ "Seniority Level Forward Deployed (TC) MLOps (Base)" -> its cells, cut where a role's name begins."""
    found = roles.find(line) if len(line) <= 120 else []
    if len({mention.role for mention in found}) < 2 or not found[0].span.start:
        return None
    edges = [0, *(mention.span.start for mention in found), len(line)]
    cells = [line[start:end].strip() for start, end in pairwise(edges)]
    caption = any(cell.endswith((":", " vs", " vs.", " and", " or", "–", "-")) for cell in cells)
    return None if caption else cells
