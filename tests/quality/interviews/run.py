"""Plays the interviews of the simulated respondents and measures them.

    python -m tests.quality.interviews.run [--split held|dev|test|fresh|fresh2|…|all] [--variant a|b|c|all]
        [--only ID …] [--door here|command] [--show [ID]] [--out FOLDER] [--update-baseline]

Ends with 1 when a measure falls below baseline.json, and with 2 when an interview could not be played.
Those held back (`held`, the default) tell what carries over: their replies are no examples of the reader's, and its
weights are not fitted on them (tests/quality/reading). The replies of all others are, so that what is understood of
these says little. fresh and those numbered after it were written by others, without a look at the lexicon; updating
over `held` updates its splits as well.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from agent.criteria import load_criteria
from agent.guide import load_guide
from tests.quality.interviews import baseline
from tests.quality.interviews.case import Case
from tests.quality.interviews.doors import Child, DoorError, Here, house
from tests.quality.interviews.respondent import HELD, SPLITS, VARIANTS, Respondent, load, stances
from tests.quality.interviews.simulator import Door, converse
from tests.quality.interviews.tally import judge, table
from tests.quality.interviews.transcripts import write

PROMPTS = Path(__file__).parents[3] / "prompts"


def play(people: list[Respondent], variants: list[str], door: str, data: Path) -> list[Case]:
    """Every respondent in every wording; DoorError when one could not be played."""
    meant = stances()
    guides = {id: load_guide(PROMPTS / "guides" / f"{id}.yaml") for id in {p.guide for p in people}}
    criteria = {id: load_criteria(PROMPTS / "criteria" / f"{id}.yaml", guide) for id, guide in guides.items()}
    product = house(data) if door == "here" else None
    cases = []
    for person in people:
        for variant in (v for v in variants if v in person.variants):
            way: Door = Here(product) if product else Child(data)
            try:
                transcript = converse(person, variant, way)
            except DoorError as error:
                raise DoorError(f"{person.id} ({variant}): {error}") from error
            finally:
                way.close()
            id = person.guide
            cases.append(Case(transcript, guides[id], meant[id], criteria[id]))
    if product:
        product.close()
    return cases


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Measures the interviews of fieldnote.")
    parser.add_argument("--split", choices=("held", *SPLITS, "all"), default="held")
    parser.add_argument("--variant", choices=(*VARIANTS, "all"), default="all")
    parser.add_argument("--only", nargs="+", default=[], help="ids of respondents")
    parser.add_argument("--door", choices=("here", "command"), default="here")
    parser.add_argument("--show", nargs="?", const="failed", help="print transcripts: the failed ones, or one by id")
    parser.add_argument("--out", type=Path, help="folder for the transcripts")
    parser.add_argument("--update-baseline", action="store_true")
    options = parser.parse_args(arguments)
    splits = {"held": HELD, "all": SPLITS}.get(options.split, (options.split,))
    people = [p for p in load() if p.split in splits and (not options.only or p.id in options.only)]
    variants = list(VARIANTS) if options.variant == "all" else [options.variant]
    with tempfile.TemporaryDirectory() as data:
        try:
            cases = play(people, variants, options.door, Path(data))
        except DoorError as error:
            print(f"An interview could not be played: {error}", file=sys.stderr)
            return 2
    scores = judge(cases)
    key = f"{options.split}/{options.variant}"
    before = {} if options.only else baseline.read().get(key, {})
    print(f"{len(people)} respondents, {len(cases)} interviews ({key})\n\n{table(scores, before)}")
    if options.show or options.out:
        write(cases, options.out, options.show)
    if options.update_baseline and not options.only:
        for split in dict.fromkeys((*splits, options.split)):
            part = [c for c in cases if split in (options.split, c.transcript.respondent.split)]
            baseline.update(f"{split}/{options.variant}", judge(part))
        return 0
    fallen = baseline.fallen(scores, before)
    for line in fallen:
        print(line)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
