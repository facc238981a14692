"""Markdown's marks taken off: what a reader sees, for indexes and labels. Offsets do not survive this."""

from __future__ import annotations

import re
import unicodedata

_IMAGE = re.compile(r"!\[([^\]]*)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)")
_LINK = re.compile(r"\[([^\]]*)\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)")
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|_{1,3})(?=\S)(.{1,500}?)(?<=\S)\1(?![\w*])", re.S)
_STARS = re.compile(r"\*{2,3}")
_LINE_START = re.compile(r"^[ \t]*(?:>[ \t]?)*(?:[-*+•][ \t]+|#{1,6}[ \t]+)?", re.M)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~<&$])")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_RULE = re.compile(r"^[ \t]*\|?[ \t]*:?-{2,}[-:| \t]*$", re.M)


def plain(text: str) -> str:
    """`text` without link targets, emphasis, bullets, quote marks, tags and table rules, as one line."""
    text = _RULE.sub(" ", text)
    text = _LINK.sub(r"\1", _IMAGE.sub(r"\1", text))
    text = _LINE_START.sub("", text)
    text = _STARS.sub("", _EMPHASIS.sub(r"\2", text))
    text = _TAG.sub(" ", text).replace("`", "").replace("|", " | ")
    return " ".join(_ESCAPE.sub(r"\1", text).split())


def slug(text: str, limit: int = 64) -> str:
    """A heading as an id: lower case, letters and digits of any script joined by hyphens; "" when it has
    none."""
    folded = unicodedata.normalize("NFKD", plain(text).casefold())
    folded = "".join(c for c in folded if not unicodedata.combining(c))
    words = re.findall(r"[^\W_]+", folded.replace("'", "").replace("’", ""))
    out = ""
    for word in words:
        if out and len(out) + len(word) + 1 > limit:
            break
        out = f"{out}-{word}" if out else word[:limit]
    return out
