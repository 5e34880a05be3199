"""Mark the first occurrence of each known word while a document is rendered, and collect the explanations."""

from collections.abc import Iterator

from content.glossary import Glossary, Term


class Explaining:
    """One rendering of one document: `finder` marks words, `used` tells which."""

    def __init__(self, glossary: Glossary) -> None:
        self.glossary = glossary
        self.used: dict[str, Term] = {}

    def finder(self, text: str) -> Iterator[tuple[str, str]]:
        """Cut a text at the words that come for the first time: (text, "") and (word, id)."""
        done = 0
        for start, end, term in self.glossary.in_text(text):
            if term.slug in self.used:
                continue
            self.used[term.slug] = term
            yield text[done:start], ""
            yield text[start:end], f"uitleg-{term.slug}"
            done = end
        yield text[done:], ""
