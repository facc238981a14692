"""The question and claim files hold: halves of each kind, and facts and quotes that stand in the digests."""

from collections import Counter
from pathlib import Path

import pytest

from tests.quality.questions.carry import shipped_texts
from tests.quality.questions.claims import Case, read_cases
from tests.quality.questions.items import ARTICLES, KINDS, Item, read_items
from tests.quality.questions.match import canonical, found, pattern
from tests.quality.questions.score import faults
from tests.quality.questions.seen import seen

ITEMS, CASES = read_items(), read_cases()


def _text(item: Item) -> str:
    ends = item.expect.articles + item.expect.cite_all or ARTICLES
    return "\n".join(text for article, text in shipped_texts().items() if article.endswith(ends))


def test_every_kind_is_split_in_halves() -> None:
    assert len(ITEMS) >= 220
    for kind in KINDS:
        halves = Counter(item.split for item in ITEMS if item.kind == kind)
        assert abs(halves["dev"] - halves["test"]) <= 1, kind


@pytest.mark.parametrize("item", [item for item in ITEMS if item.expect.abstain is False], ids=lambda item: item.id)
def test_the_digests_state_what_is_expected(item: Item) -> None:
    text = _text(item)
    missing = [fact for fact in item.expect.all + tuple(fact for _, fact in item.expect.bind) if not found(fact, text)]
    assert not missing
    assert not item.expect.any or sum(found(fact, text) for fact in item.expect.any) >= item.expect.min_any


@pytest.mark.parametrize("item", [*ITEMS, *read_items("exams")], ids=lambda item: item.id)
def test_patterns_compile_and_do_not_contradict(item: Item) -> None:
    wanted = item.expect.all + tuple(fact for _, fact in item.expect.bind)
    for fact in item.expect.none:
        assert not any(pattern(fact).search(canonical(part)) for want in wanted for part in want.split(" | "))


def test_an_empty_or_endless_answer_is_wrong() -> None:
    for item in ITEMS:
        assert faults(item, {"answer": "", "citations": []})
        assert faults(item, {"answer": "word " * 999, "citations": []})


def test_claims_are_half_true() -> None:
    true = sum(case.holds for case in CASES)
    assert len(CASES) >= 140
    assert 0.45 <= true / len(CASES) <= 0.55


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_quotes_stand_in_the_digests_unless_they_are_said_not_to(case: Case) -> None:
    standing = all(text in shipped_texts()[article] for article, text in case.quotes)
    assert standing == case.stands
    assert case.stands or not case.holds


def test_a_question_that_the_product_holds_is_noticed(tmp_path: Path) -> None:
    first, second = ITEMS[0], ITEMS[40]
    (tmp_path / "a.yaml").write_text(f"- asked: ['{first.question.lower()}']\n", "utf-8")
    assert seen([first, second], tmp_path) == {first.id}
    assert seen([first], tmp_path / "none") == set()
