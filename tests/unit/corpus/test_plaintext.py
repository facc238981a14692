from corpus.plaintext import is_markdown, to_markdown
from corpus.roles import Roles

ROLES = Roles.shipped()


def convert(text: str) -> str:
    return to_markdown(text, ROLES)[0]


def test_headings_bullets_and_answers_of_a_web_page() -> None:
    markdown, told = to_markdown(
        "Blogs\nFDE vs TAM: A Guide\n\nFDE vs TAM: A Guide\n\n"
        "By\nacme.example\nMay 4, 2026\n\nSummarize this article using AI\n\n"
        "An FDE builds.\n\nWhat a TAM Does\n\nThe role centers on:\n\n  • Renewals\n  • Escalations\n\n"
        "Bar chart comparing salaries in 2026\n\nFrequently Asked Questions\n\n"
        "  • Who earns more?\n\n    The FDE does.\n\n"
        "  • Background image glowing",
        ROLES,
    )
    assert told == {"author": "acme.example", "date": "2026-05-04", "title": "FDE vs TAM: A Guide"}
    assert markdown.split("\n\n") == [
        "# FDE vs TAM: A Guide",
        "An FDE builds.",
        "## What a TAM Does",
        "The role centers on:",
        "- Renewals\n- Escalations",
        "## Frequently Asked Questions",
        "### Who earns more?",
        "The FDE does.\n",
    ]


def test_lines_without_blank_ones_between() -> None:
    long = "An engineer writes code all day, and this line is a whole paragraph of the page. " * 3
    markdown = convert(
        f"A vs B\nDaily Work\nWhat A Does\n{long}\nPay\n| L | A |\n|---|---|\n| x | 1 |\nWhen to "
        f"Choose\nChoose A if:\n- you code"
    )
    assert [line for line in markdown.split("\n") if line.startswith("#")] == [
        "# A vs B",
        "## Daily Work",
        "### What A Does",
        "## Pay",
        "## When to Choose",
    ]
    assert "| x | 1 |" in markdown


def test_lines_broken_by_an_editor_are_joined() -> None:
    wrapped = (
        "This is a paragraph that an editor has broken into several\nlines of about the same "
        "length, as mail programs do, and it\nends here."
    )
    assert convert(wrapped).strip() == " ".join(wrapped.split("\n"))


def test_markdown_keeps_its_marks_and_loses_the_page_around_it() -> None:
    text = (
        "· Acme Press · Comparisons · 6 min read\n\nA vs B\n\nA vs B. Updated June 2026.\n\n"
        "# A vs B\n\n**$210****22% higher**\n\n## Pay\n\nMuch.\n\nBack to Blog\n\n"
        "Related Posts\n\nView All Posts »\n"
    )
    markdown, told = to_markdown(text, ROLES)
    assert told == {"publisher": "Acme Press", "date": "2026-06"}
    assert markdown.strip() == "# A vs B\n\n**$210** **22% higher**\n\n## Pay\n\nMuch."


def test_a_table_of_tabs() -> None:
    assert "| Mid | 1 |" in convert("Intro text here.\n\nLevel\tPay\nMid\t1\nSenior\t2\n")


def test_what_markdown_is() -> None:
    assert is_markdown("# A\n\n## B")
    assert not is_markdown("A #1 choice\n\n# of people")
