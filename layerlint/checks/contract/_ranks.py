"""How many axes a tensor and a shape have, counted from those of the input of `call`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.facts.tensors import STEPWISE_LAYERS
from layerlint.queries.straight_values import result_of_lines, value_at
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, called_name, is_name, keyword, literal, self_attribute

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method

_REDUCTION = ("x", "axis", "keepdims")


def rank_of_result(layer: LayerClass, call: Method) -> int | None:
    """How many axes more than its input the result of `call` has; None where that is unknown.

    Only where every statement binds a name once, or returns.
    """
    if not call.positional:
        return None
    names: dict[str, int | None] = {call.positional[0].name: 0}
    return result_of_lines(call.node, names, lambda node: _rank(node, names, layer, call))


def _rank(
    node: cst.BaseExpression, names: dict[str, int | None], layer: LayerClass, call: Method
) -> int | None:
    match node:
        case cst.Name(value=name):
            return names.get(name)
        case cst.BinaryOperation(left=left, right=right):
            ranks = [_rank(each, names, layer, call) for each in (left, right)]
            small = [layer.values.of(each).kind == "python" for each in (left, right)]
            if any(small):
                return ranks[small.index(True) - 1]
            known = [rank for rank in ranks if rank is not None]
            return max(known) if len(known) == len(ranks) else None
        case cst.Call(func=function, args=[first, *_]):
            rank = _rank(first.value, names, layer, call)
            if rank is None:
                return None
            held = layer.sublayers.get(self_attribute(function, call.self_name) or "")
            if held is not None:
                plain = held.container is None and held.keras in STEPWISE_LAYERS
                return rank if plain else None
            return _applied(node, rank, call)
    return None


def _applied(node: cst.Call, rank: int, call: Method) -> int | None:
    """The rank of what a function of tensors makes of one of `rank`."""
    known = call.module.tensor_function(node.func)
    if known is None:
        return None
    if known.role in ("elementwise", "cast"):
        others = [each for each in node.args[1:] if not is_name(each.keyword, "axis")]
        return rank if not others or known.role == "cast" else None
    if known.name == "expand_dims":
        return rank + 1
    if known.name == "repeat":
        return rank if "axis" in bind(node, ("x", "repeats", "axis")) else None
    if known.role == "reduction":
        given = bind(node, _REDUCTION)
        kept = keyword(node, "keepdims") or keyword(node, "keep_dims")
        axis = literal(given.get("axis"))
        if kept is None and "keepdims" not in given and "axis" in given:
            return rank - 1 if isinstance(axis, int) else None
    return None


def rank_of_shape(method: Method) -> int | None:
    """How many axes more than `input_shape` what `compute_output_shape` returns has."""
    if len(method.positional) != 1 or not isinstance(method.node.body, cst.IndentedBlock):
        return None
    lines = [
        small
        for line in method.node.body.body
        if isinstance(line, cst.SimpleStatementLine)
        for small in line.body
        if not (isinstance(small, cst.Expr) and isinstance(small.value, cst.SimpleString))
    ]
    if len(method.node.body.body) > 2:
        return None
    shape = method.positional[0].name
    match lines:
        case [cst.Return(value=value)] if value is not None:
            return _length(value, shape)
        case [
            cst.Assign(targets=[cst.AssignTarget(target=cst.Tuple() as parts)], value=value),
            cst.Return(value=cst.Tuple() as said),
        ] if is_name(value, shape):
            taken, given = _size(parts), _size(said)
            return given - taken if taken is not None and given is not None else None
    return None


def _length(node: cst.BaseExpression, shape: str) -> int | None:
    """The length of a tuple, counted from that of the shape."""
    match node:
        case cst.Name(value=name):
            return 0 if name == shape else None
        case cst.Call(func=cst.Name(value="tuple" | "list"), args=[cst.Arg(value=value)]):
            return _length(value, shape)
        case cst.Subscript(value=owner, slice=[cst.SubscriptElement(slice=cst.Slice() as part)]):
            end = literal(part.upper)
            if is_name(owner, shape) and part.lower is None and part.step is None:
                return end if isinstance(end, int) and end < 0 else None
        case cst.BinaryOperation(left=left, operator=cst.Add(), right=right):
            first, more = _length(left, shape), _size(right)
            return first + more if first is not None and more is not None else None
        case cst.Tuple(elements=[cst.StarredElement(value=start), *rest]):
            first = _length(start, shape)
            if first is not None and all(isinstance(each, cst.Element) for each in rest):
                return first + len(rest)
    return None


def _size(node: cst.BaseExpression) -> int | None:
    match node:
        case cst.Tuple(elements=elements) | cst.List(elements=elements):
            return len(elements) if all(isinstance(e, cst.Element) for e in elements) else None
    return None


def nested_part(layer: LayerClass, method: Method) -> cst.BaseExpression | None:
    """A part of the shape that stands as a tuple within the tuple that is returned."""
    if len(method.positional) != 1:
        return None
    shape = method.positional[0].name
    for returned in method.own_nodes(cst.Return):
        value = returned.value
        if not isinstance(value, cst.Tuple):
            continue
        parts = [each.value for each in value.elements if isinstance(each, cst.Element)]
        values = [_value(each, method) for each in parts]
        slices = [
            each
            for each in parts
            if isinstance(each, (cst.Tuple, cst.List))
            or _is_part(each, shape)
            or _holds_tuple(each, layer)
        ]
        numbers = [
            value
            for part, value in zip(parts, values, strict=True)
            if part not in slices and _is_number(value, shape)
        ]
        if len(slices) == 1 and len(slices) + len(numbers) == len(value.elements):
            return slices[0] if numbers else None
    return None


def _value(part: cst.BaseExpression, method: Method) -> cst.BaseExpression:
    """What a name of the method stands for."""
    named = isinstance(part, cst.Name)
    return (value_at(part, part, method.module) if named else None) or part


def _holds_tuple(node: cst.BaseExpression, layer: LayerClass) -> bool:
    """Whether an attribute is only ever bound to a tuple or a list."""
    made = [each.value for each in layer.attributes[self_attribute(node) or ""].bindings]
    return bool(made) and all(
        isinstance(each, (cst.Tuple, cst.List))
        or (isinstance(each, cst.Call) and called_name(each.func) in ("tuple", "list"))
        for each in made
    )


def _is_part(node: cst.BaseExpression, shape: str) -> bool:
    """`input_shape[:-1]`."""
    match node:
        case cst.Subscript(value=owner, slice=[cst.SubscriptElement(slice=cst.Slice())]):
            return is_name(owner, shape)
    return False


def _is_number(node: cst.BaseExpression, shape: str) -> bool:
    """A size: a number, an attribute, or one of the shape's own."""
    match node:
        case cst.Subscript(value=owner, slice=[cst.SubscriptElement(slice=cst.Index())]):
            return is_name(owner, shape)
        case cst.Attribute(value=owner):
            return is_name(owner, "self") and not node.attr.value.endswith(("shape", "shapes"))
    return isinstance(literal(node), int)


def several_outputs(layer: LayerClass, call: Method) -> int:
    """How many tensors `call` returns beside each other, 0 where that is not plain."""
    returns = list(call.own_nodes(cst.Return))
    match returns[0].value if len(returns) == 1 else None:
        case cst.Tuple(elements=parts) if all(layer.values.of(e.value).is_tensor for e in parts):
            return len(parts)
    return 0


def is_one_shape(method: Method, call: Method) -> bool:
    """Whether the sizes of one tensor are returned, and `call` computes with one."""
    shape, name = method.positional[0].name, call.positional[0].name
    single = any(
        is_name(node.args[0].value, name)
        and (known := call.module.tensor_function(node.func))
        and known.role in ("reduction", "elementwise")
        for node in call.own_nodes(cst.Call)
        if node.args
    )
    returns = list(method.own_nodes(cst.Return))
    match returns[0].value if len(returns) == 1 else None:
        case cst.Tuple(elements=parts) if single and len(parts) > 1:
            return all(_is_number(each.value, shape) for each in parts)
    return False
