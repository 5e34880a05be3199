"""A second calculation of a result, written from the words of the exam plan and from nothing else.

It reads the raw YAML, counts with plain dictionaries and shares no line with the product.
"""

from __future__ import annotations

from pathlib import Path

from ruamel.yaml import YAML

PLAN = Path(__file__).parents[4] / "content" / "keuzedelen" / "d1-wijkgericht-werken" / "exam_plan.yaml"


def raw_plan() -> dict:
    return YAML(typ="safe").load(PLAN.read_text("utf-8"))


def result_by_hand(plan: dict, rows: dict[str, dict[str, str]]) -> tuple[list[str], str, bool]:
    """Give the level of each work process, the overall level, and whether it is passed."""
    meets = {level["code"]: level["meets"] for level in plan["levels"]}
    levels = []
    for rules in plan["work_processes"]:
        given = rows[rules["work_process"]]
        bad = sorted(code for code in given if not meets[given[code]])
        passed = len(bad) <= rules["voldoende"]["max_onvoldoende"]
        for code in rules["voldoende"].get("knock_out", []):
            passed = passed and code not in bad
        goods = len([code for code in given if given[code] == "G"])
        excellent = goods >= rules["goed"]["min_goed"] and len(bad) <= rules["goed"]["max_onvoldoende"]
        levels.append("G" if passed and excellent else "V" if passed else "O")
    order = [level["code"] for level in plan["levels"]]
    floor = order.index(plan["overall"]["voldoende"]["every_work_process"])
    if any(order.index(level) < floor for level in levels):
        return levels, "O", False
    enough = levels.count("G") >= plan["overall"]["goed"]["min_goed"]
    return levels, "G" if enough else "V", True
