"""All regular expressions of the package, as its own source spells them."""

from __future__ import annotations

import ast
import builtins
import importlib
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import layerlint

PACKAGE = Path(layerlint.__file__).parent
FUNCTIONS = {
    "compile",
    "sub",
    "subn",
    "search",
    "match",
    "fullmatch",
    "split",
    "findall",
    "finditer",
}
# What takes a pattern of its caller's, and where: the calls are measured instead.
HANDED_TO = {"mentioning": 1, "having": 1, "_partition": 1}

Pattern = re.Pattern[str] | re.Pattern[bytes]


class Held(NamedTuple):
    """A pattern, where it is written, and the methods that are called on it; `search` is any."""

    place: str
    pattern: Pattern
    methods: frozenset[str]


class Unknown(str):
    """What only a run knows, such as a name of the user's code: any text of it is another one."""

    def __getattr__(self, name: str) -> Unknown:
        return UNKNOWN


UNKNOWN = Unknown("name")


def held_patterns() -> Iterator[Held]:
    """Every pattern of the package; raises `ValueError` for one that cannot be told."""
    for path in _paths():
        yield from _of_module(path)


def _of_module(path: Path) -> Iterator[Held]:
    tree = _tree(path)
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        spelled = _spelled(call)
        function = _function(call, _above(tree))
        if spelled is None or _is_handed_on(spelled, function):
            continue
        name = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
        module = vars(importlib.import_module(name.removesuffix(".__init__")))
        place = f"{path.relative_to(PACKAGE.parent)}:{call.lineno}"
        try:
            pattern = re.compile(_value(spelled, function, module), _flags(call, module))
        except (TypeError, re.error) as error:
            raise ValueError(f"{place}: {ast.unparse(spelled)}: {error}") from error
        yield Held(place, pattern, _methods(call, tree))


def _spelled(call: ast.Call) -> ast.expr | None:
    """The expression for a pattern in a call that takes one."""
    match call.func:
        case ast.Attribute(value=ast.Name(id="re"), attr=name) if name in FUNCTIONS:
            return call.args[0]
        case ast.Attribute(attr=name) | ast.Name(id=name) if name in HANDED_TO:
            at = HANDED_TO[name]
            return call.args[at] if len(call.args) > at else None
    return None


def _function(node: ast.AST, above: dict[ast.AST, ast.AST]) -> ast.FunctionDef | None:
    while node in above:
        node = above[node]
        if isinstance(node, ast.FunctionDef):
            return node
    return None


def _is_handed_on(spelled: ast.expr, function: ast.FunctionDef | None) -> bool:
    parameters = {each.arg for each in function.args.args} if function is not None else set()
    return "pattern" in parameters & _names(spelled)


def _names(node: ast.expr) -> set[str]:
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}


def _value(node: ast.expr, function: ast.FunctionDef | None, module: dict[str, Any]) -> Any:
    local = {
        name: _local(name, function, module)
        for name in _names(node)
        if name not in module and not hasattr(builtins, name)
    }
    return eval(ast.unparse(node), {**module, **local})


def _local(name: str, function: ast.FunctionDef | None, module: dict[str, Any]) -> Any:
    """What a local is given, where that is text made of names; it may be what a run finds."""
    for node in ast.walk(function) if function is not None else ():
        match node:
            case ast.Assign(targets=[ast.Name(id=found)], value=value) if found == name:
                try:
                    return _value(value, None, module)
                except (AttributeError, TypeError, ValueError):
                    return UNKNOWN
    return UNKNOWN


def _flags(call: ast.Call, module: dict[str, Any]) -> int:
    given = [*call.args[1:], *(each.value for each in call.keywords)]
    spelled = [text for text in map(ast.unparse, given) if re.match(r"re\.[A-Z]", text)]
    return int(eval("|".join(spelled) or "0", module))


def _methods(call: ast.Call, tree: ast.Module) -> frozenset[str]:
    assert isinstance(call.func, ast.Attribute | ast.Name)
    function = getattr(call.func, "attr", "")
    if function != "compile":
        return frozenset({function})
    above = _above(tree)
    holder = above[call]
    if isinstance(holder, ast.Attribute):
        return frozenset({holder.attr})
    while holder in above and not isinstance(holder, ast.stmt):
        holder = above[holder]
    match holder:
        case ast.Assign(targets=[ast.Name(id=name)]):
            return frozenset(_uses(name, tree))
    return frozenset({"search"})


def _uses(name: str, tree: ast.Module) -> Iterator[str]:
    """The methods that are called on what a name of a module holds, wherever it is imported."""
    for each in (tree, *(_tree(path) for path in _paths() if name in _imported(path))):
        for node in ast.walk(each):
            match node:
                case ast.Name(id=found, ctx=ast.Load()) if found == name:
                    user = _above(each)[node]
                    if isinstance(user, ast.Subscript) and user.value is node:
                        user = _above(each)[user]
                    yield user.attr if isinstance(user, ast.Attribute) else "search"


@cache
def _paths() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


@cache
def _above(tree: ast.Module) -> dict[ast.AST, ast.AST]:
    return {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}


@cache
def _imported(path: Path) -> frozenset[str]:
    nodes = (node for node in ast.walk(_tree(path)) if isinstance(node, ast.ImportFrom))
    return frozenset(alias.name for node in nodes for alias in node.names)
