"""How the rooms of the tool stand to each other."""

import ast
import re
import subprocess
import sys
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


# Names that several rooms give a module, and the one thing that it is about in all of them. What is
# known of it stands in `facts`, what a class has of it in `model`, what `call` does to it in
# `interpret`; a command of `cli` is named for what it shows.
ONE_THING = {
    "attributes": "attributes of objects: those that Keras sets, a layer's, those that `call` sees",
    "backend": "the backend of Keras: its names, and the rules about it",
    "baseline": "the baseline of a project: the file, and the command that writes it",
    "beliefs": "what the interpreter believes of a line: said by it, and asked by `explain`",
    "calls": "calls: taken apart, of tensors, of everything",
    "config": "configurations: of a layer (`get_config`), and of the tool, as users call both",
    "containers": "lists, dictionaries and sets: what Keras makes of them, how `call` uses them",
    "generations": "generations of Keras: which there are, and which a file is written for",
    "gradients": "functions that cut or pass a gradient: which there are, and their calls",
    "initializers": "initializers: which draw, and which a class makes",
    "layers": "layers: those of Keras, and the command that lists a project's",
    "modes": "how layers behave in training: those of Keras, and a class",
    "names": "names of variables: what they denote, and how they are changed",
    "objects": "objects: losses and the like of Keras, and those that `call` makes of classes",
    "project": "the project: the room that reads it, and what checks see of it",
    "report": "the report: the room that prints, and what is printed",
    "server": "the language server: the room, its answers, and the command that starts it",
    "state": "state: of files between two runs, and of layers, as users know that family of rules",
    "statements": "statements: what running them does, and how they are edited",
    "sublayers": "sublayers: of a class, and as a tensor goes through them",
    "subscripts": "subscripts: of tensors, of everything",
    "tensors": "tensors: what functions make of them, and what is known of values as such",
    "version": "the version of the tool: as required, and the command that says it",
    "weights": "weights: how Keras makes them, and those of a class",
}


def test_modules_of_one_name_are_about_one_thing() -> None:
    homes: dict[str, set[Path]] = defaultdict(set)
    for path in HOUSE.rglob("*.py"):
        homes[path.stem.lstrip("_")].add(path)
        homes[path.parent.name].add(path.parent)
    shared = {name for name, places in homes.items() if len(places) > 1}
    assert shared - {"init__", "main__"} == ONE_THING.keys()


# Tables of names elsewhere than in `facts`, which are none of Keras, TensorFlow, NumPy or Python.
OWN_WORDS = {
    "checks/state/_random_arrays.py": "roles of tensor functions, which `facts.tensors` defines",
    "checks/contract/call_returns_none.py": "words in the names of what a layer may be there for",
    "checks/state/random_constant_not_saved.py": "words in the names of methods",
    "checks/serialization/_gathered_arguments.py": "ends of the names of functions",
    "checks/state/shared_initializer_instance.py": "ends of the names of arguments",
    "checks/migration/removed_layer_api.py": "arguments with what may stand for them",
    "checks/randomness/mask_augmented_apart.py": "words in the names of masks",
    "interpret/python_calls.py": "what kind of container a function makes",
    "checks/state/_weight_derivations.py": "roles of tensor functions",
    "checks/state/discarded_functional_update.py": "roles of tensor functions",
    "fixes/apply.py": "slots of a class",
    "fixes/rewrite.py": "what the module offers",
    "model/attributes.py": "kinds of bindings",
    "syntax/order.py": "fields of libcst's nodes",
}
MOST_NAMES = 6


def test_tables_of_names_of_libraries_are_facts() -> None:
    strangers = {
        str(path.relative_to(HOUSE)): names
        for room in ("checks", "queries", "model", "interpret", "fixes", "syntax")
        for path in in_package(room)
        for names in tables_of_names(ast.parse(path.read_text()))
        if len(names) > MOST_NAMES and str(path.relative_to(HOUSE)) not in OWN_WORDS
    }
    assert strangers == {}


def tables_of_names(tree: ast.Module) -> Iterator[list[str]]:
    """The names, dotted or not, in each display and in each text that is split."""
    for node in ast.walk(tree):
        match node:
            case ast.Dict(keys=parts) | ast.Set(elts=parts) | ast.List(elts=parts):
                found = [part.value for part in parts if isinstance(part, ast.Constant)]
            case ast.Tuple(elts=parts):
                found = [part.value for part in parts if isinstance(part, ast.Constant)]
            case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(text)), attr="split")):
                found = list(text.split())
            case _:
                continue
        words = [word for word in found if isinstance(word, str)]
        yield [word for word in words if all(part.isidentifier() for part in word.split("."))]


def test_only_the_room_of_syntax_imports_libcst() -> None:
    elsewhere = [
        str(path.relative_to(HOUSE))
        for path in HOUSE.rglob("*.py")
        if path.parent.name != "syntax"
        and re.search(r"^\s*(import|from) libcst\b", path.read_text(), re.MULTILINE)
    ]
    assert not elsewhere


# What asks for the address of an object, and why the object itself is no key there.
BY_ADDRESS = {
    "interpret/keeping.py": "a path consists of words",
}


def test_nodes_are_keys_themselves() -> None:
    """They are equal to nothing but themselves; an address may be that of another one later."""
    askers = {
        str(path.relative_to(HOUSE))
        for path in HOUSE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Name) and node.id == "id" and isinstance(node.ctx, ast.Load)
    }
    assert askers == set(BY_ADDRESS)


def test_what_reads_trees_knows_nothing_of_layers() -> None:
    asked = {
        name
        for path in (HOUSE / "syntax").glob("*.py")
        for name in imported_at_once(ast.parse(path.read_text()).body)
        if name.split(".")[1:2] != ["syntax"]
    }
    assert not asked


def test_any_module_of_the_interpreter_can_be_imported_first() -> None:
    """Its modules need each other: none may need that another one came before it."""
    program = (
        "import importlib, pkgutil, sys\n"
        "import layerlint.interpret as room\n"
        "prefix = 'layerlint.interpret.'\n"
        "for found in list(pkgutil.walk_packages(room.__path__, prefix)):\n"
        "    for name in [name for name in sys.modules if name.startswith(prefix)]:\n"
        "        del sys.modules[name]\n"
        "    importlib.import_module(found.name)\n"
    )
    finished = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert finished.returncode == 0, finished.stderr
