"""The claim check: each rule with a claim that holds and the same claim turned false."""

from __future__ import annotations

import pytest

from agent.cite import Checker, Quote

TAM, MLOPS, VALENX = "fdeacademy-fde-vs-tam", "fdeacademy-fde-vs-mlops", "valenx-aie-vs-mle"
MID = Quote(TAM, "Mid (3–6 yr) | $180K–$260K | $120K–$170K | ₹35–55 LPA | ₹20–35 LPA")
PREMIUM = Quote(TAM, "FDE comp typically runs 30–60% above TAM comp when equivalent levels are compared.")
NO_CODE = Quote(TAM, "TAMs typically do not write production code.")
REMOTE = Quote(VALENX, "Remote work share | 38% | 52% | FlexJobs")
CLOUD = Quote(VALENX, "Kubernetes (both roles)")
AVERAGE = Quote("perspective-fde-vs-mle", "US market average or base | ~$210K median base | ~$188K average")
ZIP = Quote(
    MLOPS,
    "According to ZipRecruiter, an MLOps engineer in the US has an average annual salary of approximately "
    "$87,000–$137,000.",
)


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("A mid-level TAM in the US gets total compensation of $120,000 to $170,000.", MID),
        ("At equivalent levels, FDEs typically earn 30 to 60 percent more than TAMs.", PREMIUM),
        ("TAMs earn less than FDEs at equivalent levels.", PREMIUM),
        ("A TAM typically doesn't write production code.", NO_CODE),
        ("ML engineers have a higher remote work share than AI engineers.", REMOTE),
        ("ZipRecruiter puts the average annual salary of a US MLOps engineer at approximately $87K to $137K.", ZIP),
    ],
)
def test_true_claims_hold(checker: Checker, claim: str, quote: Quote) -> None:
    assert checker.check(claim, [quote]).verdict == "verified"


@pytest.mark.parametrize(
    ("claim", "quote", "verdict"),
    [
        ("A mid-level TAM in the US gets total compensation of $120K–$180K.", MID, "number"),
        ("A mid-level TAM in the US gets total compensation of $180K–$260K.", MID, "wrong-role"),
        ("A mid-level TAM in the US gets base pay of $120K–$170K.", MID, "wrong-basis"),
        ("A senior TAM in the US gets total compensation of $120K–$170K.", MID, "number"),
        ("A mid-level TAM in the UK gets total compensation of $120K–$170K.", MID, "number"),
        ("In 2024, a mid-level TAM in the US got total compensation of $120K–$170K.", MID, "number"),
        ("FDE comp typically runs 30–60% below TAM comp.", PREMIUM, "flipped"),
        ("TAM comp typically runs 30–60% above FDE comp when equivalent levels are compared.", PREMIUM, "wrong-role"),
        ("TAMs typically write production code.", NO_CODE, "flipped"),
        ("FDEs typically do not write production code.", NO_CODE, "wrong-role"),
        ("AI engineers have a higher remote work share than ML engineers.", REMOTE, "flipped"),
        (
            "According to Glassdoor, an MLOps engineer in the US has an average annual salary of $87,000–$137,000.",
            ZIP,
            "unsupported",
        ),
        ("TAMs get a company car.", NO_CODE, "unsupported"),
        ("MLOps engineers use Kubernetes.", CLOUD, "wrong-role"),
        ("An MLE in the US has a base of ~$188K.", AVERAGE, "wrong-basis"),
    ],
)
def test_false_claims_fail_for_what_is_wrong(checker: Checker, claim: str, quote: Quote, verdict: str) -> None:
    checked = checker.check(claim, [quote], elsewhere=False)
    assert checked.verdict == verdict
    assert checked.reason


@pytest.mark.parametrize(
    "text",
    [
        "TAMs typically do not write prοduction code.",  # a Greek omicron
        "TAMs typically do not write production code. The FDE role was popularized at Palantir.",  # two places in one
        "TAMs write no production code at all.",
    ],
)
def test_a_quote_must_stand_as_one_piece(checker: Checker, text: str) -> None:
    assert checker.check("TAMs typically do not write production code.", [Quote(TAM, text)]).verdict == "fabricated"


def test_unicode_forms_of_the_same_words_are_the_same(checker: Checker) -> None:
    quote = Quote(TAM, "FDE comp typically runs 30-60%  above TAM comp\u00a0when equivalent levels are compared")
    assert checker.check("FDE comp typically runs ３０–６０% above TAM comp.", [quote]).verdict == "verified"


def test_a_claim_carried_elsewhere_is_moved_there(checker: Checker) -> None:
    checked = checker.check("A TAM has 5–25 named accounts in a portfolio.", [NO_CODE])
    assert checked.verdict == "moved"
    assert checked.units[0].row == "Number of customers"


def test_an_unknown_article_carries_nothing(checker: Checker) -> None:
    assert (
        checker.check("TAMs typically do not write production code.", [Quote("nowhere", "x")]).verdict == "fabricated"
    )
