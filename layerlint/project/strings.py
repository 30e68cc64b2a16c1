"""The strings that a script writes or puts together from what it writes."""

from __future__ import annotations

import ast

TYPE_CHECKING = False
if TYPE_CHECKING:
    Known = dict[str, str]

# What is put together may grow with every assignment.
LONGEST = 1000


def strings(tree: ast.Module) -> list[str]:
    """Return every string of a script, those made with names of other strings included."""
    known: Known = {}
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and len(node.targets) == 1:
            target, value = node.targets[0], _value(node.value, known)
            if isinstance(target, ast.Name) and value is not None:
                known[target.id] = value
    for node in ast.walk(tree):
        if isinstance(node, (ast.Constant, ast.JoinedStr, ast.BinOp, ast.Call)):
            value = _value(node, known)
            if value is not None:
                found.append(value)
    return found


def _value(node: ast.AST, known: Known) -> str | None:
    """Return the string that an expression gives; None where it cannot be told."""
    match node:
        case ast.Constant(value=str() | int() | float() as value) if not isinstance(value, bool):
            return str(value)[:LONGEST] if isinstance(value, (str, float)) else _digits(value)
        case ast.Name(id=name):
            return known.get(name)
        case ast.FormattedValue(value=value, format_spec=None):
            return _value(value, known)
        case ast.JoinedStr(values=parts):
            return _joined([_value(part, known) for part in parts])
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return _joined([_value(left, known), _value(right, known)])
        case ast.BinOp(left=left, op=ast.Mod(), right=right):
            items = right.elts if isinstance(right, ast.Tuple) else [right]
            return _filled(_value(left, known), [_value(item, known) for item in items], "%s")
        case ast.Call(func=ast.Attribute(value=template, attr="format"), keywords=[]):
            values = [_value(argument, known) for argument in node.args]
            return _filled(_value(template, known), values, "{}")
        case ast.Call(func=ast.Attribute(value=template, attr="format"), args=[]):
            text = _value(template, known)
            for keyword in node.keywords:
                text = _filled(text, [_value(keyword.value, known)], f"{{{keyword.arg}}}")
            return text
    return None


def _digits(number: int) -> str | None:
    return str(number) if number.bit_length() <= 64 else None


def _joined(parts: list[str | None]) -> str | None:
    known = [part for part in parts if part is not None]
    return "".join(known)[:LONGEST] if len(known) == len(parts) else None


def _filled(template: str | None, values: list[str | None], mark: str) -> str | None:
    """Return a template with its marks, also `{0}`, filled in one by one."""
    if template is None:
        return None
    for number, value in enumerate(values):
        if value is None:
            return None
        numbered = f"{{{number}}}"
        if mark == "{}" and numbered in template:
            template = template.replace(numbered, value)[:LONGEST]
        else:
            template = template.replace(mark, value, 1)[:LONGEST]
    return template
