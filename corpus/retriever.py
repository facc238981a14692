"""The library as a LangChain retriever, for chains and agents of other people."""

from __future__ import annotations

from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever

from corpus.library import Library


class LibraryRetriever(BaseRetriever):
    """Documents of the `k` best passages; where each comes from, its offsets and its score are in the
    metadata."""

    library: Any  # a Library; pydantic would copy and check it
    k: int = 10

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        del run_manager
        library: Library = self.library
        documents = []
        for hit in library.search(query, self.k):
            passage = hit.passage
            article = library.articles.get(passage.article)
            metadata = {
                "article": passage.article,
                "title": article.title if article else "",
                "publisher": article.publisher if article else "",
                "date": article.date if article else "",
                "section": passage.section,
                "kind": passage.kind,
                "start": passage.span.start,
                "end": passage.span.end,
                "score": hit.score,
            }
            documents.append(Document(page_content=passage.text, metadata=metadata, id=passage.id))
        return documents
