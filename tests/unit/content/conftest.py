import shutil
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from content import KEUZEDELEN, load_catalogue

ROOT = Path(__file__).parents[3]
T9 = ROOT / "tests" / "content" / "keuzedelen"


@pytest.fixture(scope="session")
def catalogue():
    return load_catalogue([KEUZEDELEN, T9])


@pytest.fixture(scope="session")
def d1(catalogue):
    return catalogue.keuzedeel("d1-wijkgericht-werken")


@pytest.fixture(scope="session")
def t9(catalogue):
    return catalogue.keuzedeel("t9-buurtsport")


@pytest.fixture
def t9_folder(tmp_path):
    """A copy of the small keuzedeel, to break in one place."""
    return Path(shutil.copytree(T9, tmp_path / "keuzedelen"))


@pytest.fixture(scope="session")
def environment():
    loader = FileSystemLoader(ROOT / "templates")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
