# ruff: noqa: N815 - the names are those of the specification
"""The CASE 1.1 package has the shape that the specification asks, and says what the official text says."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from content import KEUZEDELEN
from content.catalogue import load_catalogue
from exchange.framework.case import Package

PAGE = "https://school.example/programma/kader?keuzedeel=d1-wijkgericht-werken"
Identifier = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"),
]
Uri = Annotated[str, StringConstraints(pattern=r"^https://\S+$")]
Normal = Annotated[str, StringConstraints(pattern=r"^\S+( \S+)*$")]
Text = Annotated[str, StringConstraints(min_length=1)]


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=False)


class Link(Shape):
    title: Normal
    identifier: Identifier
    uri: Uri


class NodeLink(Link):
    targetType: Literal["CASE"] | None = None


class Record(Shape):
    identifier: Identifier
    uri: Uri
    lastChangeDateTime: datetime


class CFDocument(Record):
    creator: Normal
    title: Normal
    caseVersion: Literal["1.1"] | None = None
    frameworkType: Normal | None = None
    officialSourceURL: Uri | None = None
    publisher: Normal | None = None
    description: Text | None = None
    subject: list[Normal] | None = None
    language: Normal | None = None
    version: Normal | None = None
    adoptionStatus: Literal["Private Draft", "Draft", "Adopted", "Deprecated"] | None = None
    statusStartDate: date | None = None
    statusEndDate: date | None = None
    licenseURI: Link | None = None
    notes: Text | None = None


class CFItem(Record):
    fullStatement: Text
    alternativeLabel: Normal | None = None
    CFItemType: Normal | None = None
    humanCodingScheme: Normal | None = None
    listEnumeration: Normal | None = None
    abbreviatedStatement: Normal | None = None
    conceptKeywords: list[Normal] | None = None
    notes: Text | None = None
    language: Normal | None = None
    educationLevel: list[Normal] | None = None
    CFItemTypeURI: Link | None = None
    licenseURI: Link | None = None


class CFAssociation(Record):
    associationType: Literal["isChildOf", "isPartOf", "isPeerOf", "isRelatedTo", "precedes", "exactMatchOf"]
    originNodeURI: NodeLink
    destinationNodeURI: NodeLink
    sequenceNumber: int | None = None
    notes: Text | None = None


class CFItemType(Record):
    title: Normal
    description: Text
    hierarchyCode: Normal
    typeCode: Normal | None = None


class CFDefinitions(Shape):
    CFItemTypes: list[CFItemType] = Field(min_length=1)


class CFPackage(Shape):
    CFDocument: CFDocument
    CFItems: list[CFItem]
    CFAssociations: list[CFAssociation]
    CFDefinitions: CFDefinitions


@pytest.fixture(scope="module")
def course():
    return load_catalogue((KEUZEDELEN,)).keuzedeel("d1-wijkgericht-werken")


@pytest.fixture(scope="module")
def package(course):
    return Package(course.qualification, page=PAGE).as_dict()


def test_the_package_has_the_shape_of_the_specification(package):
    CFPackage.model_validate(package)


def test_a_package_of_another_shape_would_be_refused(package):
    broken = {**package, "CFItems": [{**package["CFItems"][0], "licenseURI": "https://example.com"}]}
    with pytest.raises(ValueError, match="licenseURI"):
        CFPackage.model_validate(broken)


def test_every_official_sentence_is_in_it_word_for_word(course, package):
    said = {item["humanCodingScheme"]: item["fullStatement"] for item in package["CFItems"]}
    official = course.qualification
    assert [said[each.id] for each in official.behaviours] == [each.text for each in official.behaviours]
    assert [said[each.id] for each in official.items] == [each.text for each in official.items]
    assert len(said) == 1 + 3 + 21 + 28
    assert "plain" not in str(package)
    assert all(each.plain not in str(package) for each in official.behaviours)


def test_the_depth_of_every_item_is_told(course, package):
    types = {item["humanCodingScheme"]: item["CFItemType"] for item in package["CFItems"]}
    depths = {each.depth: types[each.id] for each in course.qualification.items}
    assert depths["brede kennis"] == "Brede kennis"
    assert depths["kan"] == "Vaardigheid"
    known = {each["identifier"]: each["title"] for each in package["CFDefinitions"]["CFItemTypes"]}
    for item in package["CFItems"]:
        assert known[item["CFItemTypeURI"]["identifier"]] == item["CFItemType"]


def test_everything_hangs_together_as_one_tree(package):
    root = package["CFDocument"]["identifier"]
    parents = {
        each["originNodeURI"]["identifier"]: each["destinationNodeURI"]["identifier"]
        for each in package["CFAssociations"]
    }
    items = {item["identifier"] for item in package["CFItems"]}
    assert set(parents) == items
    for item in items:
        depth = 0
        while item != root:
            item, depth = parents[item], depth + 1
            assert depth < 5


def test_no_two_records_share_an_id_and_ids_do_not_move(course, package):
    records = [package["CFDocument"], *package["CFItems"], *package["CFAssociations"]]
    ids = [each["identifier"] for each in records]
    assert len(ids) == len(set(ids))
    other = Package(course.qualification, page="https://elders.example/kader").as_dict()
    assert [each["identifier"] for each in other["CFItems"]] == [
        each["identifier"] for each in package["CFItems"]
    ]
    assert ids[0] == "f14008d5-2b55-5914-81da-42fbc67120ae"


def test_every_item_has_its_place_on_the_page(package):
    for item in package["CFItems"]:
        assert item["uri"] == f"{PAGE}#{item['humanCodingScheme']}"
