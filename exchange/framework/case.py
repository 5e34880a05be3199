"""A framework as a package of CASE 1.1 (Competencies and Academic Standards Exchange, 1EdTech). Pure."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import Any
from uuid import UUID, uuid5

from content.qualification import Qualification
from exchange.framework.outline import Node, nodes_of

# The same code gives the same id, whichever school sends it out.
NAMESPACE = UUID("6b0c1c2e-4a55-5f0a-9b7e-2f6d1c9a7d10")
TYPES = {
    "Kerntaak": "Een kerntaak van de kwalificatiestructuur",
    "Werkproces": "Een werkproces van een kerntaak",
    "Gedrag": "Gedrag waarop een werkproces wordt beoordeeld",
    "Kennis": "Een onderdeel van kennis en vaardigheden: kennis",
    "Brede kennis": "Een onderdeel van kennis en vaardigheden: brede kennis",
    "Specialistische kennis": "Een onderdeel van kennis en vaardigheden: specialistische kennis",
    "Vaardigheid": "Een onderdeel van kennis en vaardigheden: kan",
}
RIGHTS = "De rechten op deze tekst liggen bij de uitgever. Dit bestand geeft geen licentie."
Record = dict[str, Any]


class Package:
    """The records of one framework; `page` is the address of its page on this site."""

    def __init__(self, qualification: Qualification, *, page: str) -> None:
        self.qualification = qualification
        self.page = page
        self.nodes = nodes_of(qualification)
        day = qualification.source.certificate_from
        self.changed = datetime.combine(day, time(), UTC).isoformat().replace("+00:00", "Z")

    def as_dict(self) -> Record:
        """Give the package as JSON values."""
        return {
            "CFDocument": self._document(),
            "CFItems": [self._item(node) for node in self.nodes],
            "CFAssociations": [self._association(node) for node in self.nodes],
            "CFDefinitions": {"CFItemTypes": [self._type(name) for name in self._types()]},
        }

    def _document(self) -> Record:
        source = self.qualification.source
        return self._record("") | {
            "caseVersion": "1.1",
            "creator": source.publisher,
            "publisher": source.publisher,
            "title": source.document,
            "description": self.qualification.background[-1].text,
            "language": "nl",
            "adoptionStatus": "Adopted",
            "statusStartDate": source.certificate_from.isoformat(),
            "notes": RIGHTS,
        }

    def _item(self, node: Node) -> Record:
        item = self._record(node.code) | {
            "fullStatement": node.text,
            "humanCodingScheme": node.code,
            "listEnumeration": str(node.order),
            "CFItemType": node.type,
            "CFItemTypeURI": self._link(f"type:{node.type}", node.type),
            "language": "nl",
        }
        return item | ({"notes": node.more} if node.more else {})

    def _association(self, node: Node) -> Record:
        return self._record(f"child:{node.code}") | {
            "associationType": "isChildOf",
            "sequenceNumber": node.order,
            "originNodeURI": self._node(node.code),
            "destinationNodeURI": self._node(node.parent),
        }

    def _type(self, name: str) -> Record:
        number = list(TYPES).index(name) + 1
        texts = {"title": name, "description": TYPES[name], "hierarchyCode": str(number)}
        return self._record(f"type:{name}") | texts

    def _types(self) -> list[str]:
        return list(dict.fromkeys(node.type for node in self.nodes))

    def _node(self, code: str) -> Record:
        titles = {node.code: f"{node.code} {node.text}" for node in self.nodes}
        title = titles.get(code, self.qualification.source.document)
        return self._link(code, title) | {"targetType": "CASE"}

    def _record(self, name: str) -> Record:
        return {"identifier": self._id(name), "uri": self._uri(name), "lastChangeDateTime": self.changed}

    def _link(self, name: str, title: str) -> Record:
        return {"title": " ".join(title.split()), "identifier": self._id(name), "uri": self._uri(name)}

    def _id(self, name: str) -> str:
        return str(uuid5(NAMESPACE, f"{self.qualification.code}/{name}"))

    def _uri(self, name: str) -> str:
        """What stands on the page has its place there; the rest is known by its id."""
        on_page = {node.code for node in self.nodes}
        return f"{self.page}#{name if name in on_page else self._id(name)}" if name else self.page
