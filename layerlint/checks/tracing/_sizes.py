"""Where functions take sizes, and how the static batch size is spelled."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.facts.tensors import SIZE_PARAMETERS, tensor_function
from layerlint.model.module import Module
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, literal, positional


def sizes_given(call: cst.Call, module: Module) -> Iterator[cst.BaseExpression]:
    """The arguments of a call that have to be numbers."""
    name = module.resolve(call.func)
    if name == "builtins.range":
        yield from (argument.value for argument in positional(call))
    function = tensor_function(name)
    if function is None:
        return
    places = SIZE_PARAMETERS.get(function.name, ())
    for index, keyword in places:
        for position, argument in enumerate(call.args):
            if argument.keyword is not None:
                if argument.keyword.value == keyword:
                    yield argument.value
            elif position == index and not argument.star:
                yield argument.value


def is_first_size(size: cst.BaseExpression, shape: str) -> bool:
    """Whether a size is `shape[0]`, by the name of the shape."""
    match size:
        case cst.Subscript(value=owner, slice=[cst.SubscriptElement(slice=cst.Index(value=index))]):
            return is_name(owner, shape) and literal(index) == 0
    return False


def is_dynamic(size: cst.BaseExpression) -> bool:
    """Whether a size is spelled as the one of the batch when the graph runs: `-1`, `shape[0]`."""
    match size:
        case cst.Subscript(slice=[cst.SubscriptElement(slice=cst.Index(value=index))]):
            return bool(literal(index) == 0)
    return bool(literal(size) == -1)


def tensor_of(place: cst.BaseExpression) -> cst.BaseExpression | None:
    """`x` of `x.shape`, `x.shape[0]`, `x.get_shape()[0]` and `K.int_shape(x)[0]`."""
    match place:
        case cst.Subscript(value=shape, slice=[cst.SubscriptElement(slice=cst.Index(value=index))]):
            return tensor_of(shape) if literal(index) == 0 else None
        case cst.Attribute(value=tensor, attr=cst.Name(value="shape")):
            return tensor
        case cst.Call(func=cst.Attribute(value=tensor, attr=cst.Name(value="get_shape"))):
            return tensor
        case cst.Call(func=cst.Attribute(value=shape, attr=cst.Name(value="as_list"))):
            return tensor_of(shape)
        case cst.Call(func=cst.Attribute(attr=cst.Name(value="int_shape")), args=[argument]):
            return argument.value
    return None
