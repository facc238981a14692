from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import Article, Passage
from corpus.clean import clean
from corpus.cut import LONGEST, WORDS, cut, words


def passages(text: str) -> dict[str, Passage]:
    return {passage.id.removeprefix("doc#"): passage for passage in cut(Article("doc", "Doc", text, "")).passages}


def check_offsets(text: str) -> None:
    found = cut(Article("doc", "Doc", text, "")).passages
    assert len({passage.id for passage in found}) == len(found)
    for passage in found:
        assert passage.span.of(text) == passage.text
        places = [*passage.sentences, *passage.rows, *(cell for row in passage.rows for cell in row.cells)]
        for place in places:
            assert place.span.of(text) == place.text
            assert place.text.strip() == place.text != ""
            assert passage.span.covers(place.span)


def test_sections_headings_and_ids() -> None:
    found = passages("# Title\n\nOpening.\n\n## Pay\n\nA lot.\n\n### In India\n\n₹35–55 LPA.\n\n## Pay\n\nAgain.\n")
    assert list(found) == ["intro", "pay", "in-india", "pay-2"]
    assert found["intro"].headings == ()
    assert found["in-india"].headings == ("Pay", "In India")
    assert found["in-india"].section == "Pay › In India"


def test_equal_headings_take_their_parents_name() -> None:
    text = "## AI engineer\n\n### Skills\n\nPython.\n\n## ML engineer\n\n### Skills\n\nSpark.\n"
    assert list(passages(text)) == ["ai-engineer-skills", "ml-engineer-skills"]


def test_a_table_stands_alone_with_rows_and_columns() -> None:
    text = (
        "## Pay\n\nBefore.\n\n"
        "| Level | **FDE** | TAM |\n|---|---|---|\n| Mid | $180K | |\n| Senior | a \\| b | $170K |\n\n"
        "After.\n"
    )
    found = passages(text)
    assert list(found) == ["pay", "pay-table", "pay-2"]
    table = found["pay-table"]
    assert table.kind == "table"
    assert table.columns == ("Level", "FDE", "TAM")
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Mid", "$180K"],
        ["Senior", "a \\| b", "$170K"],
    ]
    cell = table.rows[1].cells[2]
    assert (cell.row, cell.column) == ("Senior", "TAM")
    check_offsets(text)


def test_merged_first_cells_are_told_apart_by_the_second() -> None:
    table = passages("| Role | Tier | Pay |\n|---|---|---|\n| AI | Big | 1 |\n| | Small | 2 |\n")["intro-table"]
    assert [row.cells[-1].row for row in table.rows] == ["AI · Big", "AI · Small"]


def test_long_sections_are_cut_between_blocks_and_a_lead_in_stays_with_its_list() -> None:
    paragraph = "It is so. " * 70
    text = f"## S\n\n{paragraph.strip()}\n\nChoose it if:\n\n" + "\n".join(
        f"- you like {'this ' * 20}item {n}" for n in range(4)
    )
    found = list(passages(text).values())
    assert [passage.id for passage in found] == ["doc#s", "doc#s-2"]
    assert found[1].text.startswith("Choose it if:")
    assert all(sentence.item for sentence in found[1].sentences[1:])


def test_a_run_without_full_stops_is_still_cut() -> None:
    found = passages("word " * 2000)
    assert all(words(passage.text) <= LONGEST + WORDS for passage in found.values())
    assert sum(words(passage.text) for passage in found.values()) == 2000


def test_an_items_label_stays_with_its_sentence() -> None:
    found = passages("- **Ownership.** They own it. They ship it.\n")["intro"]
    assert [sentence.text for sentence in found.sentences] == ["**Ownership.** They own it.", "They ship it."]


def test_front_matter_code_html_and_setext_headings() -> None:
    text = (
        "---\nid: x\n---\nTitle\n=====\n\nText one.\n\nPart\n----\n\n```py\nx = 1\n```\n\n"
        "<script>alert(1)</script>\n\n<div>Shown</div>\n"
    )
    found = passages(text)
    assert [sentence.text for sentence in found["intro"].sentences] == ["Text one."]
    assert [sentence.text for sentence in found["part"].sentences] == ["x = 1", "Shown"]
    check_offsets(text)


def test_bold_questions_are_headings() -> None:
    found = passages("## FAQ\n\n**Is it so?**\n\nYes.\n\n**Really?**\n\nNo.\n")
    assert list(found) == ["is-it-so", "really"]


def test_hard_wraps_quotes_and_crlf() -> None:
    text = clean("\ufeff# T\r\n\r\nOne sentence\r\nin two lines. Next.\r\n\r\n> Quoted\r\n> words. More.\r\n")
    found = passages(text)["intro"]
    assert [sentence.text for sentence in found.sentences] == [
        "One sentence\nin two lines.",
        "Next.",
        "Quoted\n> words.",
        "More.",
    ]
    check_offsets(text)


def test_no_text_no_passages() -> None:
    assert passages("") == {}
    assert passages("# Only\n\n## Headings\n") == {}


_word = st.sampled_from(
    [
        "pay",
        "The",
        "FDE",
        "U.S.",
        "$1.2M",
        "e.g.",
        "is",
        "**bold**",
        "[a](b)",
        "ok.",
        "why?",
        "₹5",
        "机器学习。",
        "|",
        "`x|y`",
        ">",
        "#",
        "-",
        "<b>",
    ]
)
_line = st.lists(_word, min_size=1, max_size=8).map(" ".join)
_block = st.one_of(
    _line,
    st.lists(_line, min_size=1, max_size=3).map("\n".join),
    _line.map(lambda line: f"## {line}"),
    _line.map(lambda line: f"{line}\n---"),
    st.lists(_line, min_size=1, max_size=4).map(lambda lines: "\n".join(f"- {line}" for line in lines)),
    st.lists(_line, min_size=1, max_size=4).map(
        lambda lines: "\n".join(f"  {n}. {line}" for n, line in enumerate(lines))
    ),
    st.lists(_line, min_size=1, max_size=3).map(lambda lines: "\n".join(f"> {line}" for line in lines)),
    st.lists(st.tuples(_line, _line), min_size=1, max_size=4).map(
        lambda rows: "| a | b |\n|---|---|\n" + "\n".join(f"| {a} | {b} |" for a, b in rows)
    ),
    _line.map(lambda line: f"```\n{line}\n```"),
    st.text(max_size=40),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(_block, max_size=8).map("\n\n".join))
def test_every_slice_equals_its_text(text: str) -> None:
    check_offsets(clean(text))
