"""The command line: what can be typed, and each command's one function. Heavy imports wait until they are used."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

from agent.fieldnote import Fieldnote
from agent.guide import GuideError
from agent.interview import InterviewError
from agent.log import LogError
from agent.settings import SettingsError, read_settings
from corpus.errors import CorpusError
from ui.jsonl import run_interview
from ui.lines import answer_lines
from ui.progress import Bar
from ui.terminal import talk


def run(arguments: list[str]) -> int:
    options = _parser().parse_args(arguments)
    for stream in (sys.stdin, sys.stdout):
        stream.reconfigure(encoding="utf-8", errors="surrogateescape")  # type: ignore[union-attr]
    try:
        return int(options.run(options))
    except (SettingsError, CorpusError, LogError, GuideError, InterviewError) as error:
        return _say(str(error))
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="fieldnote", description="Interviews about AI careers and hires, and answers with checked citations."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, what: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=what, description=f"{what[0].upper()}{what[1:]}.")

    ask = command("ask", "answer a question, or questions as lines of JSON")
    ask.add_argument("question", nargs="*", help="the question; left out, lines are read from standard input")
    ask.add_argument(
        "--json",
        action="store_true",
        help='lines of JSON: {"id", "question", "turns"?} in, answers out; with a question, its answer',
    )
    ask.set_defaults(run=_ask)
    interview = command(
        "interview", "be interviewed in the terminal (/skip, /back, /why, /finish, /quit), or as lines of JSON"
    )
    interview.add_argument(
        "guide",
        nargs="?",
        default="career",
        help="career (unless told), hiring, customer-discovery, or another guide's name",
    )
    interview.add_argument("--json", action="store_true", help='lines of JSON: {"text"} or {"command"} in, turns out')
    interview.add_argument("--resume", metavar="ID", help="go on with an interview")
    interview.set_defaults(run=_interview)
    replay = command("replay", "print an interview with its decisions")
    replay.add_argument("id", help="the interview's id")
    replay.set_defaults(run=_replay)
    serve = command("serve", "serve the page (http://127.0.0.1:7860 unless told)")
    serve.add_argument(
        "--host", default="127.0.0.1", help="address to serve on; any but loopback wants FIELDNOTE_PASSWORD"
    )
    serve.add_argument("--port", type=int, default=7860, help="7860 unless told")
    serve.add_argument("--open-to-network", action="store_true", help="serve on another host without a password")
    serve.add_argument("--allow-host", action="append", default=[], metavar="NAME", help="a name the page is called by")
    serve.add_argument("--mcp", action="store_true", help="offer the MCP tools (needs the mcp extra)")
    serve.set_defaults(run=_serve)
    add = command("add", "add your own documents (md, txt, html, pdf, docx) or folders of them")
    add.add_argument("paths", nargs="+", type=Path, help="files, or folders of them")
    add.set_defaults(run=_add)
    remove = command("remove", "take a document of yours out of the library")
    remove.add_argument("article", help="its id, as `fieldnote index` lists it")
    remove.set_defaults(run=_remove)
    erase = command("erase", "erase an interview and all that it left")
    erase.add_argument("id", help="the interview's id")
    erase.set_defaults(run=_erase)
    measure = command("eval", "measure answers and interviews (in a source checkout)")
    measure.set_defaults(run=_eval)
    index = command("index", "build the index or bring it up to date, and list the articles")
    index.set_defaults(run=_index)
    return parser


def _open() -> Fieldnote:
    with Bar() as bar:
        return Fieldnote.open(read_settings(os.environ), bar)


def _ask(options: argparse.Namespace) -> int:
    house = _open()
    if options.json:
        given = [json.dumps({"id": "1", "question": " ".join(options.question)})] if options.question else sys.stdin
        return 1 if answer_lines(house, given, sys.stdout) else 0
    questions = [" ".join(options.question)] if options.question else sys.stdin
    turns: list[str] = []
    told = ""
    for question in questions:
        if not question.strip():
            continue
        answer = house.ask(question, turns)
        turns.append(question)
        if answer.notice not in ("", told):  # once, not with every answer
            print(f"({answer.notice})", file=sys.stderr)
        told = answer.notice
        print(answer.text)
        for c in answer.citations:
            print(f"  [{c.marker}] {c.publisher or c.title}, {c.section}: “{' '.join(c.quote.split())}”")
        print()
    return 0


def _interview(options: argparse.Namespace) -> int:
    house = _open()
    if options.json:
        return run_interview(house, options.guide, sys.stdin, sys.stdout, options.resume)
    return talk(house, options.guide, options.resume)


def _replay(options: argparse.Namespace) -> int:
    house = _open()
    replayed = house.replay(options.id)
    print("\n".join(replayed.lines))
    for line in replayed.parted:
        print(line, file=sys.stderr)
    return 1 if replayed.parted else 0


def _serve(options: argparse.Namespace) -> int:
    from ui.server import Door, ServeError, check, serve

    door = Door(
        options.host,
        options.port,
        os.environ.get("FIELDNOTE_PASSWORD", ""),
        options.open_to_network,
        tuple(options.allow_host),
        (),
        options.mcp,
    )
    try:
        check(door)
        house = _open()
        data = str(house.settings.data)
        host = f"[{door.host}]" if ":" in door.host else door.host
        print(f"fieldnote  http://{host}:{door.port}\nengine     {house.engine}\ndata       {data}", flush=True)
        for note in filter(None, (house.health(ask=True), house.library.notice)):
            print(f"note       {note}", flush=True)
        serve(house, data, door)
    except ServeError as error:
        return _say(str(error))
    return 0


def _add(options: argparse.Namespace) -> int:
    house = _open()
    with Bar() as bar:
        results = house.library.add(options.paths, bar)
    for one in results:
        print(f"{one.outcome}: {one.path}" + (f" ({one.reason})" if one.reason else ""))
    return 1 if any(one.outcome == "failed" for one in results) else 0


def _remove(options: argparse.Namespace) -> int:
    house = _open()
    house.library.remove(options.article)
    print(f"removed: {options.article}")
    return 0


def _erase(options: argparse.Namespace) -> int:
    print(f"erased: {_open().erase(options.id)} entries")
    return 0


def _eval(_: argparse.Namespace) -> int:
    root = Path(__file__).resolve().parents[1]
    if not (root / "tests" / "quality").is_dir():
        return _say("The evaluation is part of the source checkout: clone it and run `make eval` there.")
    suites = ("tests.quality.questions.run", "tests.quality.interviews.run")
    return max(subprocess.run([sys.executable, "-m", suite], cwd=root, check=False).returncode for suite in suites)


def _index(_: argparse.Namespace) -> int:
    house = _open()
    library = house.library
    print(f"{len(library.articles)} articles, {len(library.passages)} passages. {library.notice}".strip())
    for article in library.articles.values():
        print(f"  {article.id}  {article.title}")
    return 0


def _say(message: str) -> int:
    print(f"fieldnote: {message}", file=sys.stderr)
    return 1
