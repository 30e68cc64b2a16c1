"""The strings that a set-up script writes or puts together from what it writes."""

from __future__ import annotations

import ast
import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    Known = dict[str, str]

# What is put together may grow with every assignment.
LONGEST = 1000
# What the names hold of which a project can do without.
OPTIONAL = re.compile(r"extra|option|test|dev|doc|setup_requires", re.IGNORECASE)


def strings(tree: ast.Module) -> list[tuple[str, bool]]:
    """Return every string of a script, those made with names of other strings included.

    Each with whether it stands in what is optional: `extras_require`, requirements of tests.
    """
    known: Known = {}
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and len(node.targets) == 1:
            target, value = node.targets[0], _value(node.value, known)
            if isinstance(target, ast.Name) and value is not None:
                known[target.id] = value
    optional: set[ast.AST] = set()
    for node in ast.walk(tree):
        # What is around a node comes before it.
        if node in optional or _is_optional(node):
            optional.update(ast.iter_child_nodes(node))
        elif isinstance(node, ast.Dict):
            pairs = zip(node.keys, node.values, strict=True)
            optional.update(value for key, value in pairs if _is_optional_key(key))
        if isinstance(node, (ast.Constant, ast.JoinedStr, ast.BinOp, ast.Call)):
            value = _value(node, known)
            if value is not None:
                found.append((value, node in optional))
    return found


def _is_optional(node: ast.AST) -> bool:
    """Tell whether what stands in a node is optional by the name that it is given."""
    if isinstance(node, ast.keyword):
        return OPTIONAL.search(node.arg or "") is not None
    if isinstance(node, (ast.Assign, ast.AnnAssign, ast.AugAssign)):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        return any(OPTIONAL.search(name) for target in targets for name in _names(target))
    if isinstance(node, ast.Call):
        return any(OPTIONAL.search(name) for name in _names(node.func))
    return False


def _is_optional_key(key: ast.expr | None) -> bool:
    return (
        isinstance(key, ast.Constant)
        and isinstance(key.value, str)
        and OPTIONAL.search(key.value) is not None
    )


def _names(target: ast.AST) -> Iterator[str]:
    """Yield the names of which `a.b[c]` is made."""
    while isinstance(target, (ast.Attribute, ast.Subscript)):
        if isinstance(target, ast.Attribute):
            yield target.attr
        target = target.value
    if isinstance(target, ast.Name):
        yield target.id


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
