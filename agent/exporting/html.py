"""Blocks as one self-contained HTML page: no script, nothing loaded, every text escaped, prints on paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from agent.exporting.blocks import Block, clean
from agent.exporting.walk import written

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
    body = "\n".join(written(_Html(), blocks))
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_escape(title)}</title>\n<style>\n{STYLE}\n</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


class _Html:
    def text(self, text: str) -> str:
        return _escape(text)

    def said(self, text: str) -> str:
        # bdi: words written from right to left must not turn the sentence around them.
        return f"<q><bdi>{text}</bdi></q>"

    def strong(self, text: str) -> str:
        return f"<strong>{text}</strong>"

    def ref(self, marker: int) -> str:
        return f'<a class="cite" href="#source-{marker}">[{marker}]</a>'

    def heading(self, level: int, text: str) -> str:
        return f"<h{level}>{text}</h{level}>"

    def paragraph(self, line: str) -> str:
        return f'<p dir="auto">{line}</p>'

    def items(self, lines: Sequence[str], ordered: bool) -> str:
        tag = "ol" if ordered else "ul"
        return f"<{tag}>\n" + "\n".join(f"<li>{line}</li>" for line in lines) + f"\n</{tag}>"

    def grid(self, header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
        head = "".join(f'<th scope="col">{name}</th>' for name in header)
        body = "\n".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
        return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"

    def sources(self, entries: Sequence[tuple[int, str]]) -> str:
        lines = "\n".join(f'<li id="source-{marker}"><b>[{marker}]</b> {line}</li>' for marker, line in entries)
        return f'<ol class="sources">\n{lines}\n</ol>'


def _escape(text: str) -> str:
    return escape(clean(text), quote=True)
