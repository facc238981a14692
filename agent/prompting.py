"""Prompts are files: Markdown with declared variables and two parts, the stable one first.

Every value that is put in, whoever wrote it, loses the two characters that the prompt's own marks are made
of, and all that is invisible: so nothing that was typed or retrieved can end the marks it stands between.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, StrictUndefined, Template, TemplateError, meta

_PARTS = re.compile(r"\A---\n(.*?)\n---\n+# System\n+(.*?)\n+# User\n+(.*)\Z", re.DOTALL)
_MARKS = str.maketrans("<>", "‹›")


class PromptError(Exception):
    """A prompt file cannot be used; the message names the file and what to mend."""


@dataclass(frozen=True, slots=True)
class Message:
    """`role` is system, user or assistant."""

    role: str
    content: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """`digest` identifies the file's text in the log."""

    name: str
    digest: str
    variables: frozenset[str]
    system: Template
    user: Template

    def render(self, **values: Any) -> list[Message]:
        """The messages; PromptError when the values are not exactly the declared variables."""
        if wrong := self.variables ^ set(values):
            raise PromptError(f"{self.name}.md: these variables are missing or unknown: {sorted(wrong)}")
        try:
            return [Message("system", self.system.render(values)), Message("user", self.user.render(values))]
        except TemplateError as error:
            raise PromptError(f"{self.name}.md cannot be rendered: {error.message}") from error


def load_prompt(path: Path) -> Prompt:
    """The prompt in `path`. PromptError where it does not declare exactly the variables that it uses."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise PromptError(f"There is no prompt {path.name} in {path.parent.name}.") from None
    found = _PARTS.match(text)
    if found is None:
        raise PromptError(f"{path.name} needs a head with its variables, then '# System', then '# User'.")
    environment = Environment(
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=_inert, autoescape=False
    )
    try:
        declared = frozenset((yaml.safe_load(found[1]) or {})["variables"])
        parts = [found[2], found[3]]
        used = set().union(*(meta.find_undeclared_variables(environment.parse(part)) for part in parts))
        system, user = (environment.from_string(part.strip()) for part in parts)
    except (yaml.YAMLError, KeyError, TypeError, TemplateError) as error:
        raise PromptError(f"{path.name} cannot be used: {error}") from error
    if used != declared:
        raise PromptError(f"{path.name}: declared and used variables differ: {sorted(used ^ declared)}")
    return Prompt(path.stem, hashlib.sha256(text.encode()).hexdigest()[:12], declared, system, user)


def _inert(value: Any) -> Any:
    return inert(value) if isinstance(value, str) else value


def inert(text: str) -> str:
    """`text` as data between marks: without the marks' characters, and with only what a reader can see."""
    seen = (c for c in text.translate(_MARKS) if c in "\n\t" or unicodedata.category(c) not in _UNSEEN)
    return "".join(seen)


# controls, formats (zero-width, direction, tags), lone surrogates, private use, unassigned
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
