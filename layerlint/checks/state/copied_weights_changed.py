"""LL240: what `get_weights` returned is changed, and no model is given it."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Members, Text
from layerlint.queries.local_bindings import other_mentions
from layerlint.syntax import cst
from layerlint.syntax.matching import called_name, is_name
from layerlint.syntax.walk import around, walk_kinds

_ONLY_ASK = frozenset({"enumerate", "len", "print", "range"})


@check(Module, needs=AllOf(Members("get_weights"), AnyOf(Text("]"), Text("="))))
def copied_weights_changed(module: Module) -> Iterator[Finding]:
    """Report the first item that is given a new value, where nothing else reads the list."""
    if module.project.index.having("get_weights", r"def get_weights\("):
        return
    for assignment in walk_kinds(module.tree, cst.Assign):
        if not _gives_copies(assignment.value):
            continue
        for copy in _names(assignment.targets[0].target):
            changed = _only_changed(copy, module)
            if changed is not None:
                fields = {"copy": copy.value, "call": module.source(assignment.value)}
                yield Finding(changed, fields=fields)


def _names(target: cst.BaseExpression) -> list[cst.Name]:
    """The name of the list, or of each of the arrays: `kernel, bias = layer.get_weights()`."""
    parts = target.elements if isinstance(target, cst.Tuple) else [cst.Element(target)]
    return [each.value for each in parts if isinstance(each.value, cst.Name)]


def _gives_copies(value: cst.BaseExpression) -> bool:
    """`layer.get_weights()` and `layer.get_weights()[0]`."""
    if isinstance(value, cst.Subscript):
        value = value.value
    match value:
        case cst.Call(func=cst.Attribute(attr=cst.Name("get_weights")), args=[]):
            return True
    return False


def _only_changed(copy: cst.Name, module: Module) -> cst.CSTNode | None:
    """The first statement that changes an item of a list that nobody else is given."""
    first: cst.CSTNode | None = None
    for mention in other_mentions(copy, module):
        change = _change(mention, module)
        if change is not None:
            first = first or change
        elif not _only_asked(mention, module):
            return None
    return first


def _change(mention: cst.Name, module: Module) -> cst.Assign | cst.AugAssign | None:
    """`w[0] = f(w[0])`, `w[0][i] = 0` and `w[0] *= 2`, for the name on either side."""
    for statement in around(mention, cst.Assign, cst.AugAssign):
        targets = (
            [each.target for each in statement.targets]
            if isinstance(statement, cst.Assign)
            else [statement.target]
        )
        items = all(_is_item(each, mention.value) for each in targets)
        # `kernel *= mask` changes the array itself, as far as it is one.
        whole = isinstance(statement, cst.AugAssign) and not isinstance(
            statement.operator, cst.AddAssign
        )
        itself = whole and is_name(targets[0], mention.value)
        return statement if items or itself else None
    return None


def _is_item(target: cst.BaseExpression, name: str) -> bool:
    inside = target
    while isinstance(inside, cst.Subscript):
        inside = inside.value
    return inside is not target and is_name(inside, name)


def _only_asked(mention: cst.Name, module: Module) -> bool:
    """Whether it is asked how many there are, or whether there are any."""
    match module.parent(mention):
        case cst.If() | cst.UnaryOperation() | cst.Comparison():
            return True
        case cst.Arg() as argument:
            call = module.parent(argument)
            return isinstance(call, cst.Call) and called_name(call.func) in _ONLY_ASK
    return False
