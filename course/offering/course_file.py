"""A course as one file, to share between schools; docs/course-file.md describes it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any, Literal
from zipfile import ZipFile, ZipInfo

from flask_babel import gettext as _
from pydantic import Field, ValidationError

from content.errors import ContentError
from content.frozen import Frozen, Slug, Text
from course.offering.course_faults import CourseFileRefused, Fault
from course.offering.documents import OwnText, body_of, read_document
from course.offering.figures import names_in, renamed
from course.offering.kinds import OwnKind
from course.offering.own_text import MOST_DOCUMENTS, PREFIX
from course.offering.plan import Plan
from course.offering.reader_words import in_plain_dutch
from course.portfolio.files.archives import unpacked
from course.portfolio.files.errors import Bomb, FileRefused, Outside, Protected

FORMAT = "wijkwijs-course"
VERSION, WITH_PICTURES = 1, 2  # a course without pictures can be read by who knows version 1 only
INDEX = "course.json"
MOST_BYTES, MOST_UNPACKED = 20_000_000, 40_000_000
LONGEST_TEXT, LONGEST_SHOWN = 60_000, 60
PICTURES = "pictures"
FOLDERS = {OwnKind.LESSON: "lessons", OwnKind.ASSIGNMENT: "assignments"}
ONE_LINE = r"^[^\x00-\x1f\x7f-\x9f\u2028\u2029]+$"  # as the form of a picture asks it
THEN = (1980, 1, 1, 0, 0, 0)
NONE: Mapping[str, tuple[str, bytes]] = {}


class FileDocument(Frozen):
    """One own document, and where in the archive its text stands."""

    slug: Slug
    kind: OwnKind
    title: Text
    file: Text

    @property
    def named(self) -> str:
        """Say which text this is: who gets a file of another school knows titles, no paths."""
        title = "".join(sign for sign in self.title if sign.isprintable())[:LONGEST_SHOWN]
        return f"{title} ({self.file})"


class FilePicture(Frozen):
    """One picture that own documents name, and where in the archive it stands."""

    name: str = Field(pattern=r"^[a-z0-9-]{1,70}\.(jpg|png|webp)$")
    title: str = Field(pattern=ONE_LINE, max_length=100)
    file: Text


class Index(Frozen):
    """What `course.json` holds."""

    format: Literal["wijkwijs-course"]
    format_version: Literal[1, 2]
    keuzedeel: Slug
    keuzedeel_version: Text
    plan: Plan
    documents: tuple[FileDocument, ...] = Field(max_length=MOST_DOCUMENTS)
    pictures: tuple[FilePicture, ...] = ()


@dataclass(frozen=True)
class CourseFile:
    """A course as it was read from a file: the index, each own document with its text, and the pictures."""

    index: Index
    texts: Mapping[str, str]
    documents: Mapping[str, OwnText]
    pictures: Mapping[str, bytes]

    def body(self, slug: str) -> str:
        """Give the text below the header of an own document."""
        return body_of(self.texts[slug], self.documents[slug])

    def with_names(self, names: Mapping[str, str]) -> CourseFile:
        """Give the course with other names for its pictures in its texts."""
        texts = {slug: renamed(text, names) for slug, text in self.texts.items()}
        return replace(self, texts=texts, documents=_read(self.index, texts))


def packed(
    slug: str,
    version: str,
    plan: Plan,
    texts: Mapping[str, tuple[OwnKind, str, str]],
    pictures: Mapping[str, tuple[str, bytes]] = NONE,
) -> bytes:
    """Write a course as one file; the same course gives the same bytes.

    `texts`: kind, title and text of each own document; `pictures`: title and bytes of each picture they name.
    """
    documents = [
        {"slug": own, "kind": kind.value, "title": title, "file": f"{FOLDERS[kind]}/{own}.md"}
        for own, (kind, title, _text) in sorted(texts.items())
    ]
    stored = plan.model_dump(mode="json") | {"off": sorted(plan.off), "own": dict(sorted(plan.own.items()))}
    index = {
        "format": FORMAT,
        "format_version": WITH_PICTURES if pictures else VERSION,
        "keuzedeel": slug,
        "keuzedeel_version": version,
        "plan": stored,
        "documents": documents,
    }
    shown = [{"name": n, "title": pictures[n][0], "file": f"{PICTURES}/{n}"} for n in sorted(pictures)]
    index |= {"pictures": shown} if shown else {}
    result = BytesIO()
    with ZipFile(result, "w") as archive:
        archive.writestr(ZipInfo(INDEX, THEN), json.dumps(index, ensure_ascii=False, indent=2) + "\n")
        for each in documents:
            archive.writestr(ZipInfo(each["file"], THEN), texts[each["slug"]][2])
        for each in shown:
            archive.writestr(ZipInfo(each["file"], THEN), pictures[each["name"]][1])
    return result.getvalue()


def read_file(content: bytes) -> CourseFile:
    """Read a course from a file; raise CourseFileRefused with every fault that was found."""
    parts = _parts(content)
    index = _index(parts)
    texts = {each.slug: parts.get(each.file, b"") for each in index.documents}
    faults = [*_places(index, parts), *_texts(index, parts)]
    if faults:
        raise CourseFileRefused(faults)
    decoded = {slug: text.decode("utf-8") for slug, text in texts.items()}
    documents = _read(index, decoded)
    if faults := list(_pictures(index, documents)):
        raise CourseFileRefused(faults)
    return CourseFile(index, decoded, documents, {each.name: parts[each.file] for each in index.pictures})


def _read(index: Index, texts: Mapping[str, str]) -> dict[str, OwnText]:
    return {each.slug: read_document(each.kind, texts[each.slug]) for each in index.documents}


def _parts(content: bytes) -> dict[str, bytes]:
    if not content:
        raise CourseFileRefused([Fault("", _("Dit bestand is leeg."))])
    if len(content) > MOST_BYTES:
        raise CourseFileRefused([Fault("", _("Het bestand is groter dan 20 MB."))])
    try:
        return unpacked(content, most=MOST_UNPACKED)
    except FileRefused as refused:
        raise CourseFileRefused([Fault("", _why(refused))]) from refused


def _why(refused: FileRefused) -> str:
    if isinstance(refused, Outside):
        return str(_("In dit bestand staat een naam die naar een andere map wijst. Dat mag niet."))
    if isinstance(refused, Bomb):
        return str(_("Uitgepakt is dit bestand te groot, of een naam staat er twee keer in."))
    if isinstance(refused, Protected):
        return refused.text
    return str(_("Wij kunnen dit bestand niet uitpakken. Het is geen zip, of het is beschadigd."))


def _index(parts: Mapping[str, bytes]) -> Index:
    if INDEX not in parts:
        told = _(
            "Dit is geen cursus van Wijkwijs: course.json ontbreekt. "
            "Kies het bestand zoals de school het heeft gedownload."
        )
        raise CourseFileRefused([Fault("", told)])
    try:
        values = json.loads(parts[INDEX].decode("utf-8"))
        return Index.model_validate(values)
    except json.JSONDecodeError as wrong:
        told = _("Hier staat iets wat er niet hoort. Vraag de school om de cursus opnieuw te downloaden.")
        raise CourseFileRefused([Fault(INDEX, told, line=wrong.lineno)]) from wrong
    except ValidationError as wrong:
        raise CourseFileRefused(_keys(wrong.errors())) from wrong
    except (UnicodeDecodeError, RecursionError, ValueError) as wrong:
        raise CourseFileRefused([Fault(INDEX, _("Dit bestand is niet te lezen."))]) from wrong


def _keys(errors: Sequence[Any]) -> list[Fault]:
    """Say what is wrong with the index; of a file that is no course of ours only that."""
    sent = {error["loc"][0]: error["input"] for error in errors if len(error["loc"]) == 1}
    if isinstance(sent.get("format"), str):
        return [Fault(INDEX, _("Dit is geen cursus van Wijkwijs. Kies een ander bestand."))]
    version = sent.get("format_version")
    if isinstance(version, int) and version > WITH_PICTURES:
        told = _(
            "Dit bestand komt uit een nieuwere Wijkwijs. Vraag de beheerder om Wijkwijs hier bij te werken."
        )
        return [Fault(INDEX, told)]
    return [_key(each) for each in errors]


def _key(error: Any) -> Fault:
    where = ".".join(str(part) for part in error["loc"]) or INDEX
    told = _(
        "De waarde bij ‘%(key)s’ klopt niet of ontbreekt. "
        "Vraag de school om de cursus opnieuw te downloaden.", key=where,
    )  # fmt: skip
    return Fault(INDEX, told)


def _places(index: Index, parts: Mapping[str, bytes]) -> Iterator[Fault]:
    """Do the plan, the list of documents and the files name the same?"""
    slugs = [each.slug for each in index.documents]
    named = [*(each.file for each in index.documents), *(each.file for each in index.pictures)]
    if len(set(slugs)) != len(slugs) or set(slugs) != set(index.plan.own):
        yield Fault(INDEX, _("De lijst van eigen lessen past niet bij het plan."))
    for each in index.documents:
        if not each.slug.startswith(PREFIX):
            told = _("De naam ‘%(slug)s’ begint niet met ‘%(start)s’.", slug=each.slug, start=PREFIX)
            yield Fault(INDEX, told)
    for missing in sorted({*named} - {*parts}):
        yield Fault(missing, _("Dit bestand ontbreekt."))
    if len(set(named)) != len(named) or len({each.name for each in index.pictures}) != len(index.pictures):
        yield Fault(INDEX, _("Een bestand of plaatje staat twee keer in course.json."))
    for name in sorted(set(parts) - {INDEX, *named}):
        yield Fault(name, _("Dit bestand staat niet in course.json."))
    placed = Counter(slug for each in index.plan.modules for slug in (*each.lessons, *each.assignments))
    for slug in sorted(slug for slug, times in placed.items() if times > 1):
        yield Fault(INDEX, _("‘%(slug)s’ staat twee keer in het plan.", slug=slug))


def _pictures(index: Index, documents: Mapping[str, OwnText]) -> Iterator[Fault]:
    """What no text shows does not come along."""
    shown = {name for each in documents.values() for name in names_in(each)}
    for each in index.pictures:
        if each.name not in shown:
            yield Fault(each.file, _("Geen enkele tekst in het bestand gebruikt dit plaatje."))


def _texts(index: Index, parts: Mapping[str, bytes]) -> Iterator[Fault]:
    for each in index.documents:
        content = parts.get(each.file)
        if content is None:
            continue
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError:
            yield Fault(each.named, _("Dit bestand is niet te lezen."))
        else:
            yield from (Fault(each.named, sentence) for sentence in _wrong_with(each, text))


def _wrong_with(listed: FileDocument, text: str) -> Iterator[str]:
    if len(text) > LONGEST_TEXT or "\x00" in text:
        yield _("De tekst is te lang of niet te lezen.")
        return
    try:
        document = read_document(listed.kind, text)
    except ContentError as wrong:
        yield from map(in_plain_dutch, wrong.faults)
        return
    if document.slug != listed.slug:
        yield _("De slug in het bestand is een andere dan in course.json.")
