"""Say in words what a school changed."""

from __future__ import annotations

from collections.abc import Mapping

from flask_babel import gettext as _
from markupsafe import Markup, escape

from content.programme import Programme
from course.offering.changes import Change, ChangeKind
from course.offering.documents import OwnText
from course.offering.plan import Plan
from foundation.web.course_language import filled, in_dutch


def told(change: Change, names: Mapping[str, str]) -> Markup:
    """Tell one change in a sentence."""
    what = in_dutch(names.get(change.what, change.what))
    before, after = (in_dutch(names.get(each, each)) for each in (change.before, change.after))
    sentences = {
        ChangeKind.ON: filled(_("‘%(what)s’ staat weer aan."), what=what),
        ChangeKind.OFF: filled(_("‘%(what)s’ staat uit."), what=what),
        ChangeKind.ADDED: filled(_("‘%(what)s’ is nieuw."), what=what),
        ChangeKind.REMOVED: filled(_("‘%(what)s’ hoort niet meer bij de cursus."), what=what),
        ChangeKind.VERSION: filled(
            _("‘%(what)s’ heeft een nieuwe tekst: versie %(after)s in plaats van %(before)s."),
            what=what, before=change.before, after=change.after,
        ),
        ChangeKind.MOVED: filled(_("‘%(what)s’ staat nu in %(after)s."), what=what, after=after),
        ChangeKind.ORDER: filled(_("De volgorde in module ‘%(what)s’ is anders."), what=what),
        ChangeKind.MODULE_ORDER: escape(_("De modules staan in een andere volgorde.")),
        ChangeKind.TITLE: filled(_("‘%(before)s’ heet nu ‘%(after)s’."), before=before, after=after),
        ChangeKind.GOALS: filled(_("De doelen van module ‘%(what)s’ zijn anders."), what=what),
        ChangeKind.HOURS: filled(_("De uren van module ‘%(what)s’ zijn anders verdeeld."), what=what),
    }  # fmt: skip
    return sentences[change.kind]


def step_told(act: str, what: str, *, changed: bool) -> str:
    """Tell what one step did: omhoog, omlaag, aan or uit."""
    sentences = {
        ("omhoog", True): _("‘%(what)s’ staat nu hoger.", what=what),
        ("omlaag", True): _("‘%(what)s’ staat nu lager.", what=what),
        ("omhoog", False): _("‘%(what)s’ staat al bovenaan.", what=what),
        ("omlaag", False): _("‘%(what)s’ staat al onderaan.", what=what),
    }
    if act in {"aan", "uit"}:
        return str(
            _("‘%(what)s’ staat weer aan.", what=what)
            if act == "aan"
            else _("‘%(what)s’ staat uit.", what=what)
        )
    return str(sentences[act, changed])


def names_of(plan: Plan, programme: Programme, documents: Mapping[str, OwnText]) -> dict[str, str]:
    """Give what people call each module, block, lesson and assignment."""
    names = {module.code: module.title for module in programme.modules}
    for module in plan.modules:
        names[module.code] = module.title
        names |= {block.code: block.title for block in module.blocks}
    return names | {slug: each.title for slug, each in documents.items()}
