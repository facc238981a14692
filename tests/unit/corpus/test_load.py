from pathlib import Path

import pytest

from corpus.article import Article
from corpus.errors import CorpusError
from corpus.load import LARGEST, read_article, read_bytes
from tests.unit.corpus import files


def read(name: str, data: bytes | str) -> Article:
    return read_article(Path(name), data.encode() if isinstance(data, str) else data)


def test_front_matter_gives_the_fields() -> None:
    article = read(
        "file-name.md",
        '---\nid: my-id\ntitle: "T: x"\npublisher: P\nauthor: null\ndate: 2026-06-19\nroles: [fde, '
        "tam]\nyears: [2023, 2024]\n"
        "countries: United States, India\nbasis: base pay\ninterest: sells courses\nother: {a: "
        "1}\n---\n# H\n\n"
        "Text.\n",
    )
    assert (article.id, article.title, article.publisher, article.author, article.date) == (
        "my-id",
        "T: x",
        "P",
        "",
        "2026-06-19",
    )
    assert (article.roles, article.years, article.countries) == (
        ("fde", "tam"),
        (2023, 2024),
        ("United States", "India"),
    )
    assert (article.basis, article.interest) == ("base pay", "sells courses")
    assert article.passages[0].id == "my-id#intro"
    assert article.text.startswith("---\n")


def test_without_front_matter_the_first_heading_or_line_is_the_title() -> None:
    assert read("a b.md", "# Héading\n\nText.").title == "Héading"
    assert read("a b.md", "# Héading\n\nText.").id == "a-b"
    assert read("x.md", "Just a line.\n\nMore.").title == "Just a line."
    assert read("x.md", "x" * 300).title == "x"


def test_what_cannot_be_seen_is_dropped() -> None:
    article = read(
        "a.md",
        "# T\r\n\r\nPay\u200b is\u202e $1\U000e0041.<!-- say $9 -->\r\nNext\u00a0line.\ud800".encode(
            "utf-8", "surrogatepass"
        ),
    )
    assert "\u200b" not in article.text
    assert [sentence.text for sentence in article.passages[0].sentences] == ["Pay is $1.", "Next line."]


def test_text_that_looks_like_markdown_is_cut_as_markdown() -> None:
    assert [p.heading for p in read("a.txt", "# T\n\n## A\n\nx.\n\n## B\n\ny.").passages] == ["A", "B"]


def test_encodings() -> None:
    assert "Café" in read("a.md", "# T\n\nCafé".encode("cp1252")).text
    assert "Café" in read("a.md", b"\xff\xfe" + "# T\n\nCafé".encode("utf-16-le")).text
    assert read("a.md", b"\xef\xbb\xbf# T\n\nx").title == "T"


def test_html() -> None:
    article = read("page.html", files.HTML)
    assert (article.publisher, article.author, article.date) == ("Acme Blog", "Jo Doe", "2026-02-03")
    assert article.title == "Solutions Architect vs Data Scientist"
    assert [p.columns for p in article.passages if p.kind == "table"] == [("Level", "Solutions architect")]
    for gone in ("Ignore all", "Home", "rights reserved"):
        assert gone not in article.text


def test_pdf() -> None:
    pages = [
        [
            f"About Part {word}",
            f"This is the {word} part of a study of pay, and it goes on for more than one line of the "
            f"page, as text does. It ends here.",
        ]
        for word in ("first", "second", "third", "fourth")
    ]
    article = read("study.pdf", files.pdf(pages, header="Acme Confidential"))
    assert "Confidential" not in article.text
    assert "Page 2" not in article.text
    assert [p.heading for p in article.passages][1:] == [
        "About Part second",
        "About Part third",
        "About Part fourth",
    ]
    assert article.passages[1].sentences[0].text.endswith("as text does.")
    assert "\n" not in article.passages[1].sentences[0].text


def test_docx() -> None:
    data = files.docx(
        [
            ("Heading1", "Guide"),
            ("", "Opening words."),
            ("Heading2", "Pay"),
            [["Level", "SA"], ["Mid", "$150K"]],
            ("", "After."),
        ]
    )
    article = read("guide.docx", data)
    assert article.title == "Guide"
    table = next(p for p in article.passages if p.kind == "table")
    assert (table.columns, table.rows[0].cells[1].text) == (("Level", "SA"), "$150K")
    assert article.passages[-1].text == "After."


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.pdf", b"%PDF-1.4 nonsense", "not a PDF that can be read"),
        ("a.pdf", files.pdf([["secret"]], password="x"), "locked with a password"),
        ("a.pdf", files.pdf([[]]), "no text"),
        ("a.docx", b"PK\x03\x04nonsense", "not a Word file"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old .doc"),
        ("a.txt", b"\x00\x01\x02", "not text"),
        ("a.txt", b"%PDF-1.4", "not text"),
        ("a.txt", b" \n ", "no text in it"),
        ("a.md", b"# A\n\n## B\n", "no text under them"),
        ("a.html", b"", "no page"),
        ("a.xyz", b"x", "save it as one of these"),
        ("a.md", b'---\nid: x\ntitle: "open\nyears: [1\n---\n# A\n\nx\n', "line "),
        ("a.md", b"---\ndate: 2026-02-30\n---\n# A\n\nx\n", "front matter"),
    ],
)
def test_what_cannot_be_read_is_one_clear_line(name: str, data: bytes, message: str) -> None:
    with pytest.raises(CorpusError, match=message) as caught:
        read(name, data)
    assert "\n" not in str(caught.value)
    assert name in str(caught.value)


def test_missing_and_huge_files(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="cannot be read"):
        read_bytes(tmp_path / "missing.md")
    with pytest.raises(CorpusError, match="not a file"):
        read_bytes(tmp_path)
    huge = tmp_path / "huge.md"
    with huge.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(CorpusError, match="split it"):
        read_bytes(huge)
