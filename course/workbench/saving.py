"""Saving one item: check, keep, and answer with the parts of the page that changed."""

from __future__ import annotations

from flask import get_template_attribute, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from content.work_form import Piece, WorkSection
from course.workbench import pages
from course.workbench.actions import add_item, save_item
from course.workbench.asked import Asked, after_saving, asked_here
from course.workbench.desk import Desk, Opened
from course.workbench.forms import SectionForm, section_form, texts_of
from course.workbench.reading import has_content
from course.workbench.views import item_view, piece_view
from foundation.web.answers import saved, wants_json


def form_of(opened: Opened, *, fresh: bool = False) -> SectionForm:
    """Make the form of an opened item."""
    return section_form(opened.section, opened.work, opened.item, fresh=fresh)


def save(opened: Opened, form: SectionForm, *, back_to: str) -> ResponseReturnValue:
    """Keep what was sent, and tell the page what is new."""
    desk, work, item, section = opened.desk, opened.work, opened.item, opened.section
    asked = asked_here(desk, work, opened.piece, section)
    said_something = has_content(section, item)
    save_item(
        item,
        version=form.version.data or 0,
        values=form.answers,
        links=form.links,
        theirs=texts_of(form, item),
    )
    turned = has_content(section, item) is not said_something
    asked = asked and after_saving(asked, desk, work.of(opened.piece, section))
    fragments = _fragments(opened, asked, coverage_too=turned)
    return saved(back_to=back_to, version=item.version, fragments=fragments, also=_news(asked))


def save_single(desk: Desk, piece: Piece, section: WorkSection, *, back_to: str) -> ResponseReturnValue:
    """Keep the one record of a section; the first save makes it."""
    work = desk.work(piece)
    item = next(iter(work.of(piece, section)), None)
    form = section_form(section, work, item)
    if wants_json():
        form.checked()
    elif not form.validate_on_submit():
        return render_template(
            "workbench/section.html", **pages.one_section(desk, piece, section, single=form)
        ), 422
    if item is None:
        item = add_item(desk.enrolment, work, piece=piece, section=section, values={})
        form.version.data = item.version
        work.items.append(item)
    return save(Opened(desk, work, item, piece, section), form, back_to=back_to)


def _news(asked: Asked | None) -> str:
    if asked is None or not asked.done_now:
        return ""
    return str(_("De opdracht ‘%(title)s’ is klaar.", title=asked.assignment.title))


def _fragments(opened: Opened, asked: Asked | None, *, coverage_too: bool) -> dict[str, str]:
    """Coverage costs a statement, and changes only when an item gets its first content or loses its last."""
    if not wants_json():
        return {}
    item, view = opened.item, piece_view(opened.piece, opened.work, {}, locked=None)
    head = get_template_attribute("workbench/parts.html", "item_head")
    steps = get_template_attribute("workbench/parts.html", "steps_nav")
    fragments = {
        f"#kop-{item.id}": head(item_view(item, opened.work)),
        "#stappen": steps(view, opened.section.key),
    }
    if asked:
        note = get_template_attribute("workbench/parts.html", "asked_note")
        fragments["#gevraagd"] = note(asked)
    if coverage_too:
        fragments["#dekking"] = pages.coverage_card(opened.desk, opened.piece)
    return fragments
