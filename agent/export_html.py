"""Blocks as one self-contained HTML page: no script, nothing loaded, every text escaped, prints on paper."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from agent.blocks import Block, Grid, Heading, Items, Line, Paragraph, Part, Ref, Said, Strong, clean

STYLE = """
:root { color-scheme: light dark; --ink: #1d2430; --soft: #5a6473; --rule: #d9dee6;
  --accent: #0b665a; --page: #fff }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6eaf0; --soft: #a3adba; --rule: #39424e; --accent: #6cc5b4; --page: #14181d } }
body { margin: 0 auto; max-width: 44rem; padding: 2.5rem 1.25rem 4rem; background: var(--page);
  color: var(--ink);
  font: 1.0625rem/1.6 Georgia, "Noto Serif", "DejaVu Serif", serif }
h1, h2, h3 { line-height: 1.25; font-family: system-ui, "Noto Sans", "DejaVu Sans", sans-serif }
h1 { font-size: 1.75rem } h2 { font-size: 1.25rem; margin-top: 2.2em }
h3 { font-size: 1.05rem; margin-top: 1.6em }
li { margin: .35em 0 } q { quotes: "“" "”"; font-style: italic } a { color: var(--accent) }
a.cite { text-decoration: none; font-size: .85em; white-space: nowrap }
table { border-collapse: collapse; width: 100%; font-size: .95rem }
th, td { border-bottom: 1px solid var(--rule); padding: .45em .6em .45em 0; text-align: left;
  vertical-align: top }
ol.sources { list-style: none; padding: 0; font-size: .92rem; color: var(--soft) }
ol.sources li { padding-left: 2.6em; text-indent: -2.6em }
ol.sources b { display: inline-block; width: 2.6em; text-indent: 0 }
@media print { @page { margin: 20mm }
  body { max-width: none; padding: 0; font-size: 10.5pt; background: #fff; color: #000 }
  h1, h2, h3 { break-after: avoid } li, tr { break-inside: avoid } a { color: inherit } }
""".strip()

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def html(title: str, blocks: Iterable[Block]) -> str:
    """A whole HTML document of `blocks`."""
    body = "\n".join(_block(block) for block in blocks)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(title)}</title>\n<style>\n{STYLE}\n</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"<h{block.level}>{_text(block.text)}</h{block.level}>"
    if isinstance(block, Paragraph):
        return f'<p dir="auto">{_line(block.line)}</p>'
    if isinstance(block, Items):
        tag = "ol" if block.ordered else "ul"
        return f"<{tag}>\n" + "\n".join(f"<li>{_line(line)}</li>" for line in block.lines) + f"\n</{tag}>"
    if isinstance(block, Grid):
        head = "".join(f'<th scope="col">{_text(name)}</th>' for name in block.header)
        rows = "\n".join(
            "<tr>" + "".join(f"<td>{_line(cell)}</td>" for cell in row) + "</tr>" for row in block.rows
        )
        return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"
    entries = "\n".join(
        f'<li id="source-{marker}"><b>[{marker}]</b> {_line(line)}</li>' for marker, line in block.entries
    )
    return f'<ol class="sources">\n{entries}\n</ol>'


def _line(line: Line) -> str:
    return "".join(_part(part) for part in line)


def _part(part: Part) -> str:
    if isinstance(part, Ref):
        return f'<a class="cite" href="#source-{part.marker}">[{part.marker}]</a>'
    if isinstance(part, Said):
        # bdi: words written from right to left must not turn the sentence around them.
        return f"<q><bdi>{_text(part.text)}</bdi></q>"
    if isinstance(part, Strong):
        return f"<strong>{_text(part.text)}</strong>"
    left = " " if part[:1].isspace() else ""
    right = " " if part[-1:].isspace() and part.strip() else ""
    return f"{left}{_text(part)}{right}"


def _text(text: str) -> str:
    return escape(clean(text), quote=True)
