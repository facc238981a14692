from tests.quality.questions.carry import judge
from tests.quality.questions.score import words

TEXT = {"a": "TAMs have 5–25 named accounts. FDEs have 1–3 customers at a time."}


def _reply(answer: str, *quotes: str) -> dict[str, object]:
    listed = [
        {
            "marker": n,
            "article": "a",
            "quote": quote,
            "start": TEXT["a"].find(quote),
            "end": TEXT["a"].find(quote) + len(quote),
        }
        for n, quote in enumerate(quotes, 1)
    ]
    return {"answer": answer, "citations": listed}


TAM, FDE = "TAMs have 5–25 named accounts.", "FDEs have 1–3 customers at a time."


def test_a_sentence_is_carried_by_the_quote_of_its_marker() -> None:
    judged = judge(_reply("A TAM has 5 to 25 named accounts. [1] An FDE has 1–3 customers. [2]", TAM, FDE), TEXT)
    assert (judged.claims, judged.carried, judged.citations, judged.sound) == (2, 2, 2, 2)


def test_a_sentence_without_marker_or_with_anothers_is_not() -> None:
    assert judge(_reply("A TAM has 5 to 25 named accounts."), TEXT).carried == 0
    judged = judge(_reply("A TAM has 5–25 named accounts. [1]", FDE), TEXT)
    assert (judged.carried, judged.sound) == (0, 0)


def test_a_changed_figure_is_not_carried() -> None:
    assert judge(_reply("A TAM has 5–35 named accounts. [1]", TAM), TEXT).carried == 0


def test_each_cell_is_a_claim_and_silence_is_none() -> None:
    table = "| | FDE | TAM | MLE |\n|---|---|---|---|\n| Customers | 1–3 customers [2] | 5–25 | not stated |"
    judged = judge(_reply(table, TAM, FDE), TEXT)
    assert (judged.claims, judged.carried) == (2, 1)


def test_a_quote_must_stand_at_its_offsets() -> None:
    reply = _reply("A TAM has 5–25 named accounts. [1]", TAM)
    reply["citations"][0]["start"] += 1  # type: ignore[index]
    assert judge(reply, TEXT).sound == 0


def test_notes_on_the_articles_are_no_claims() -> None:
    said = "The articles differ on FDE pay.\n\nThey give no time.\n\nOn the source: it sells courses."
    assert judge(_reply(said), TEXT).claims == 0


def test_words_leave_out_markers_and_rules() -> None:
    assert words("| a | b |\n|---|---|\n| $1K–$2K [1] | two words [12] |") == 5
