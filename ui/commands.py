"""The command line: what can be typed, and each command's one function. Heavy imports wait until they are used."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from agent.fieldnote import Fieldnote
from agent.settings import SettingsError, read_settings
from corpus.errors import CorpusError
from ui.lines import answer_lines
from ui.progress import Bar


def run(arguments: list[str]) -> int:
    options = _parser().parse_args(arguments)
    for stream in (sys.stdin, sys.stdout):
        stream.reconfigure(encoding="utf-8", errors="surrogateescape")  # type: ignore[union-attr]
    try:
        return int(options.run(options))
    except (SettingsError, CorpusError) as error:
        return _say(str(error))
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="fieldnote", description="Interviews about AI careers and hires, and answers with checked citations.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    ask = commands.add_parser("ask", help="answer a question, or questions as lines of JSON")
    ask.add_argument("question", nargs="*", help="the question; left out, lines are read from standard input")
    ask.add_argument("--json", action="store_true", help='lines of JSON: {"id", "question", "turns"?} in, answers out')
    ask.set_defaults(run=_ask)
    add = commands.add_parser("add", help="add your own documents (md, txt, html, pdf, docx) or folders of them")
    add.add_argument("paths", nargs="+", type=Path)
    add.set_defaults(run=_add)
    index = commands.add_parser("index", help="build the index or bring it up to date")
    index.set_defaults(run=_index)
    return parser


def _open() -> Fieldnote:
    with Bar() as bar:
        return Fieldnote.open(read_settings(os.environ), bar)


def _ask(options: argparse.Namespace) -> int:
    house = _open()
    if options.json:
        return 1 if answer_lines(house, sys.stdin, sys.stdout) else 0
    questions = [" ".join(options.question)] if options.question else sys.stdin
    turns: list[str] = []
    for question in questions:
        if not question.strip():
            continue
        answer = house.ask(question, turns)
        turns.append(question)
        print(answer.text)
        for c in answer.citations:
            print(f"  [{c.marker}] {c.publisher or c.title}, {c.section}: “{' '.join(c.quote.split())}”")
        print()
    return 0


def _add(options: argparse.Namespace) -> int:
    house = _open()
    with Bar() as bar:
        results = house.library.add(options.paths, bar)
    for one in results:
        print(f"{one.outcome}: {one.path}" + (f" ({one.reason})" if one.reason else ""))
    return 1 if any(one.outcome == "failed" for one in results) else 0


def _index(_: argparse.Namespace) -> int:
    house = _open()
    print(f"{len(house.library.articles)} articles, {len(house.library.passages)} passages. {house.library.notice}".strip())
    return 0


def _say(message: str) -> int:
    print(f"fieldnote: {message}", file=sys.stderr)
    return 1
