"""Text -> the terms that BM25 counts: stemmed English words, and pairs of characters where scripts have no
spaces."""

from __future__ import annotations

import re
import threading

# Chinese and Japanese characters, kana, Hangul: runs of them are cut into overlapping pairs.
_CJK = "぀-ヿ㐀-䶿一-鿿가-힯豈-﫿"
_TERM = re.compile(rf"[{_CJK}]+|[^\W_{_CJK}]+")
_ONE_CJK = re.compile(rf"[{_CJK}]")
VERSION = "1"


class Tokenizer:
    """Immutable but for its memory of stems; safe to share between threads."""

    def __init__(self) -> None:
        import Stemmer
        from bm25s.stopwords import STOPWORDS_EN

        self._stemmer = Stemmer.Stemmer("english", 0)
        self._stems: dict[str, str] = dict.fromkeys(STOPWORDS_EN, "")
        self._lock = threading.Lock()  # a PyStemmer object may not be used by two threads at once

    def __call__(self, text: str) -> list[str]:
        """Terms in order, with repetitions; stopwords and single letters left out."""
        terms: list[str] = []
        for run in _TERM.findall(text.lower()):
            if _ONE_CJK.match(run):
                terms += [run[i : i + 2] for i in range(max(len(run) - 1, 1))]
            elif len(run) > 1 or run.isdigit():
                stem = self._stem(run)
                if stem:
                    terms.append(stem)
        return terms

    def _stem(self, word: str) -> str:
        stem = self._stems.get(word)
        if stem is None:
            with self._lock:
                stem = str(self._stemmer.stemWord(word))
                if len(self._stems) < 500_000:
                    self._stems[word] = stem
        return stem
