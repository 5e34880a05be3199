"""Every workflow, walked over the full grid of state and act."""

from __future__ import annotations

import importlib
import pkgutil
from enum import StrEnum
from typing import Any

import pytest

import assessment
import course
import enrolment
from foundation.errors import NotNow
from foundation.workflow import Workflow


def _workflows() -> list[tuple[Workflow[Any, Any], type[StrEnum], type[StrEnum]]]:
    found = []
    for package in (enrolment, course, assessment):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.endswith(".workflow"):
                continue
            members = vars(importlib.import_module(module.name)).values()
            enums = [each for each in members if isinstance(each, type) and issubclass(each, StrEnum)]
            states = next(each for each in enums if each.__name__.endswith("State"))
            acts = next(each for each in enums if each.__name__.endswith("Act"))
            flow = next(each for each in members if isinstance(each, Workflow))
            found.append((flow, states, acts))
    return found


WORKFLOWS = _workflows()


def test_all_seven_lives_of_the_product_are_here() -> None:
    names = {flow.name for flow, _states, _acts in WORKFLOWS}
    expected = {"enrolment", "submission", "assessment", "agreement", "determination", "certificate", "hours"}
    assert expected <= names


@pytest.mark.parametrize(("flow", "states", "acts"), WORKFLOWS, ids=[flow.name for flow, _s, _a in WORKFLOWS])
def test_the_grid_answers_for_every_state_and_act(flow, states, acts) -> None:
    for state in states:
        for act in acts:
            if (state, act) in flow.table:
                assert flow.allows(state, act)
                assert flow.next(state, act) in states
            else:
                assert not flow.allows(state, act)
                with pytest.raises(NotNow):
                    flow.next(state, act)


@pytest.mark.parametrize(("flow", "states", "acts"), WORKFLOWS, ids=[flow.name for flow, _s, _a in WORKFLOWS])
def test_every_state_can_be_reached_and_every_act_can_happen(flow, states, acts) -> None:
    reached = {next(iter(states))} | set(flow.table.values())
    starts = {state for state, _act in flow.table}
    assert set(states) <= reached | starts
    assert set(acts) == {act for _state, act in flow.table}
