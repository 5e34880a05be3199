"""Builds the style sheets, scripts and fonts into static/."""

from setup.console import Stop, quietly, say
from setup.node import Node, find_node
from setup.places import FRONTEND, NODE_MODULES, ROOT, STATIC
from setup.stamps import digest, is_current

INSTALLED = NODE_MODULES / ".wijkwijs-lock"
BUILT = STATIC / "build" / ".wijkwijs-sources"
PACKAGES = [ROOT / "package.json", ROOT / "package-lock.json", ROOT / ".npmrc"]


def ensure_front_end() -> None:
    """Install the locked Node packages and build static/, when a source has changed."""
    built = digest([FRONTEND, *PACKAGES])
    if is_current(BUILT, built):
        return
    node = find_node()
    ensure_node_packages(node)
    say("Building the front end")
    try:
        _build(node)
    except Stop:
        # What was installed earlier may have been damaged since: once more, from clean packages.
        INSTALLED.unlink(missing_ok=True)
        ensure_node_packages(node)
        _build(node)
    BUILT.write_text(built, encoding="utf-8")


def ensure_node_packages(node: Node) -> None:
    """Install what package-lock.json says."""
    locked = digest(PACKAGES, str(ROOT))
    if is_current(INSTALLED, locked):
        return
    say("Installing the Node packages")
    quietly(
        [*node.npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        env=node.env,
        failing="npm could not install the packages of the front end. Check the network and try again.",
    )
    INSTALLED.write_text(locked, encoding="utf-8")


def _build(node: Node) -> None:
    quietly([*node.npm, "run", "build"], env=node.env, failing="The front end could not be built.")
    if not BUILT.parent.is_dir():
        raise Stop(f"The front-end build ended without making {BUILT.parent.relative_to(ROOT)}.")
