"""How the rooms of the tool stand to each other."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

HOUSE = Path(__file__).parents[1] / "layerlint"


def imports(path: Path) -> set[str]:
    """The modules of layerlint that a file imports, dotted and without the leading name."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "layerlint":
            base = (node.module or "").removeprefix("layerlint").lstrip(".")
            names.update(f"{base}.{alias.name}".lstrip(".") for alias in node.names)
            names.add(base)
        elif isinstance(node, ast.Import):
            names.update(
                alias.name.removeprefix("layerlint.")
                for alias in node.names
                if alias.name.startswith("layerlint.")
            )
    return names


def in_package(package: str) -> list[Path]:
    return [path for path in (HOUSE / package).rglob("*.py") if path.name != "__init__.py"]


def test_a_query_is_asked_by_two_families_or_by_the_engine() -> None:
    askers: dict[str, set[str]] = defaultdict(set)
    for path in HOUSE.rglob("*.py"):
        room = path.relative_to(HOUSE).parts
        asker = "/".join(room[:2]) if room[0] == "checks" else room[0]
        for name in imports(path):
            if name.startswith("queries."):
                askers[name.split(".")[1]].add(asker if asker != "queries" else path.stem)
    lonely = {
        path.stem: askers[path.stem]
        for path in in_package("queries")
        if len(askers[path.stem]) < 2 and "engine" not in askers[path.stem]
    }
    assert lonely == {}


def test_checks_holds_rules_and_what_the_rules_of_one_family_share() -> None:
    assert [path for path in (HOUSE / "checks").glob("*.py") if path.name != "__init__.py"] == []
    strangers = {
        f"{path.parent.name}/{path.name}": name
        for path in in_package("checks")
        for name in imports(path)
        if name.startswith("checks.") and name.split(".")[1] != path.parent.name
    }
    assert strangers == {}


def test_no_rule_imports_another_rule() -> None:
    rules = {
        f"checks.{path.parent.name}.{path.stem}"
        for path in in_package("checks")
        if not path.stem.startswith("_")
    }
    neighbours = {
        f"{path.parent.name}/{path.name}": sorted(imports(path) & rules)
        for path in in_package("checks")
        if imports(path) & rules
    }
    assert neighbours == {}


def imported_at_once(body: list[ast.stmt]) -> Iterator[str]:
    """The modules of layerlint that are imported as soon as a module is."""
    for node in body:
        if isinstance(node, ast.If) and "TYPE_CHECKING" not in ast.unparse(node.test):
            yield from imported_at_once([*node.body, *node.orelse])
        elif isinstance(node, ast.Try):
            yield from imported_at_once(node.body)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("layerlint"):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
            yield node.module or ""


def test_only_in_the_interpreter_do_imports_go_in_circles() -> None:
    modules = {
        ".".join(("layerlint", *path.relative_to(HOUSE).with_suffix("").parts)): path
        for path in HOUSE.rglob("*.py")
    }
    asks = {
        name: set(imported_at_once(ast.parse(path.read_text()).body)) & modules.keys()
        for name, path in modules.items()
    }
    # What imports nothing of the rest, or is imported by none of it, is in no circle.
    rest: set[str] = set()
    while len(rest) != len(asks):
        rest = set(asks)
        imported = {name for asked in asks.values() for name in asked & rest}
        asks = {name: asked & rest for name, asked in asks.items() if asked & rest}
        asks = {name: asked for name, asked in asks.items() if name in imported}
    assert {name.split(".")[1] for name in rest} <= {"interpret"}
