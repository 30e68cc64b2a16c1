"""Writes in terms of Keras 3 what a call of a `keras.backend` function does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from layerlint.facts.backend import MAKES_VARIABLE, NON_NEGATIVE, Successor
from layerlint.fixes.edit import Edit
from layerlint.fixes.formatting import outer
from layerlint.fixes.rewrite import add_keyword, replace
from layerlint.fixes.spelling import spell
from layerlint.model.origins import local_values, place_of
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, literal, self_attribute

if TYPE_CHECKING:
    from layerlint.model.module import Module

_PLAIN_CALL = re.compile(r"((?:ops|random)\.\w+)\(([^()]*)\)")
_WORD = re.compile(r"(?<![\w.])[a-z_]\w*(?![\w=(])")
_PREFIX = re.compile(r"(?<![\w.])(ops|random|backend|keras)\.(\w+)")


def modernised(module: Module, call: cst.Call, successor: Successor) -> list[Edit] | None:
    """The edits that make the call one of Keras 3, None where that cannot be done for sure."""
    given = bind(call, successor.parameters)
    if len(given) != len(call.args) or any(argument.star for argument in call.args):
        return None
    if not _usable(module, call, successor, given):
        return None
    expression = successor.expression
    if successor.name == "sqrt" and _never_negative(module, call.args[0].value):
        expression = "ops.sqrt(x)"
    plain = _PLAIN_CALL.fullmatch(expression)
    if plain is not None:
        return _renamed(module, call, successor, plain[1], _slots(plain[2]))
    return _filled(module, call, expression, given)


def _usable(
    module: Module, call: cst.Call, successor: Successor, given: dict[str, cst.BaseExpression]
) -> bool:
    """Whether the arguments mean in Keras 3 what they meant, and the result is used as a value."""
    parent = module.parent(call)
    if successor.name in MAKES_VARIABLE and isinstance(parent, (cst.Assign, cst.AnnAssign)):
        return not _kept(parent)
    if successor.name == "shape":
        return isinstance(parent, cst.Subscript) and parent.value is call and _is_item(parent)
    if any(literal(value) is None for value in given.values()) and successor.name == "clip":
        return False
    if successor.name == "l2_normalize":
        return "axis" in given and literal(given["axis"]) is not None
    if successor.name == "stop_gradient":
        return not isinstance(next(iter(given.values()), None), (cst.List, cst.Tuple))
    return True


def _kept(assignment: cst.Assign | cst.AnnAssign) -> bool:
    targets = (
        [target.target for target in assignment.targets]
        if isinstance(assignment, cst.Assign)
        else [assignment.target]
    )
    return any(self_attribute(target) is not None for target in targets)


def _is_item(node: cst.Subscript) -> bool:
    return len(node.slice) == 1 and isinstance(node.slice[0].slice, cst.Index)


def _slots(text: str) -> list[tuple[str | None, str]]:
    """The arguments of a plain expression: keyword if any, and parameter or literal."""
    slots: list[tuple[str | None, str]] = []
    for part in text.split(", "):
        name, equals, value = part.partition("=")
        slots.append((name, value) if equals else (None, part))
    return slots


def _renamed(
    module: Module,
    call: cst.Call,
    successor: Successor,
    function: str,
    slots: Sequence[tuple[str | None, str]],
) -> list[Edit] | None:
    """Another function with the same arguments: only names change."""
    places = {value: (index, keyword) for index, (keyword, value) in enumerate(slots)}
    text, edits = spell(module, call, f"keras.{function}")
    edits = [*edits, *replace(module, call.func, text)]
    named = False
    passed = set()
    for index, argument in enumerate(call.args):
        keyword = argument.keyword
        name = keyword.value if keyword is not None else successor.parameters[index]
        if name not in places:
            return None
        passed.add(name)
        place, other = places[name]
        if keyword is not None:
            named = True
            if other is not None and other != name:
                edits += replace(module, keyword, other)
        elif place != index or other == name:
            named = True
            start, _ = outer(module, argument.value)
            edits.append(Edit(start, start, f"{other or name}="))
        elif named:
            return None
    for name, default in successor.defaults.items():
        if name not in passed and name in places:
            value = _spelled(module, call, default)
            if value is None:
                return None
            edits += add_keyword(module, call, f"{places[name][1] or name}={value}")
    for keyword_name, value in slots:
        if value not in successor.parameters and keyword_name is not None:
            edits += add_keyword(module, call, f"{keyword_name}={value}")
    return edits


def _filled(
    module: Module, call: cst.Call, expression: str, given: dict[str, cst.BaseExpression]
) -> list[Edit] | None:
    """Another expression around the arguments; what stays in its place is not touched."""
    text, edits = _with_prefixes(module, call, expression)
    if text is None:
        return None
    words = [match for match in _WORD.finditer(text) if match[0] in given]
    names = [match[0] for match in words]
    if set(names) != set(given):
        return None
    start, end = module.span(call)
    if names != list(given):
        if not all(_is_simple(value) for value in given.values()):
            return None
        filled = _WORD.sub(
            lambda match: module.source(given[match[0]]) if match[0] in given else match[0], text
        )
        return [*edits, Edit(start, end, filled)]
    at, done, opened = start, 0, ""
    for match, name in zip(words, names, strict=True):
        first, last = outer(module, given[name])
        loose = _is_loose(given[name], text, match)
        between = f"{opened}{text[done : match.start()]}{'(' if loose else ''}"
        edits = [*edits, Edit(at, first, between)]
        at, done, opened = last, match.end(), ")" if loose else ""
    return [*edits, Edit(at, end, opened + text[done:])]


def _is_loose(value: cst.BaseExpression, text: str, match: re.Match[str]) -> bool:
    """Whether an operator or an attribute next to the parameter would tear the argument apart."""
    after = text[match.end() : match.end() + 2]
    before = text[max(match.start() - 2, 0) : match.start()]
    beside = after.startswith((".", " *", " +", " -")) or before.endswith(("* ", "+ ", "- "))
    whole = isinstance(value, (cst.Name, cst.Attribute, cst.Call, cst.Subscript))
    return beside and not whole and not getattr(value, "lpar", ())


def _is_simple(value: cst.BaseExpression) -> bool:
    """Whether an expression can be written anywhere, and twice."""
    return isinstance(value, (cst.Name, cst.Attribute, cst.Integer, cst.Float))


def _with_prefixes(
    module: Module, call: cst.Call, expression: str
) -> tuple[str | None, list[Edit]]:
    """The expression with `ops`, `random` and `backend` as the file calls them."""
    edits: list[Edit] = []
    pieces, done = [], 0
    for match in _PREFIX.finditer(expression):
        if match[1] == "backend":
            spelled = _backend(module, call)
            if spelled is None:
                return None, []
            text = f"{spelled}.{match[2]}"
        else:
            name = match[0] if match[1] == "keras" else f"keras.{match[0]}"
            text, more = spell(module, call, name)
            edits += [edit for edit in more if edit not in edits]
        pieces += [expression[done : match.start()], text]
        done = match.end()
    return "".join([*pieces, expression[done:]]), edits


def _spelled(module: Module, call: cst.Call, text: str) -> str | None:
    return _with_prefixes(module, call, text)[0] if _PREFIX.search(text) else text


def _backend(module: Module, call: cst.Call) -> str | None:
    """How the call spells the backend; None where it has imported the function alone."""
    return module.source(call.func.value) if isinstance(call.func, cst.Attribute) else None


def _never_negative(module: Module, node: cst.BaseExpression) -> bool:
    """Whether an expression cannot be negative: squares, sums of squares, plus an epsilon."""
    match node:
        case cst.BinaryOperation(
            left=left, operator=cst.Add() | cst.Multiply() | cst.Divide(), right=right
        ):
            return _never_negative(module, left) and _never_negative(module, right)
        case cst.BinaryOperation(operator=cst.Power(), right=right):
            return literal(right) in (2, 4)
        case cst.Call():
            last = (module.resolve(node.func) or "").rpartition(".")[2]
            if last in ("sum", "mean", "max", "min", "cast") and node.args:
                return _never_negative(module, node.args[0].value)
            return last in NON_NEGATIVE or last.startswith("reduce_var")
        case cst.Name(value=name):
            return _local_never_negative(module, node, name)
    value = literal(node)
    return isinstance(value, (int, float)) and value >= 0


def _local_never_negative(module: Module, node: cst.Name, name: str) -> bool:
    layer, function = module.class_of(node), module.function(node)
    if layer is None or function is None:
        return False
    method = next((m for m in layer.methods.values() if m.node is function), None)
    if method is None or method.takes(name):
        return False
    values = [value for value, _ in local_values(name, place_of(layer, method))]
    return (
        len(values) == 1
        and not isinstance(values[0], cst.Name)
        and _never_negative(module, values[0])
    )
