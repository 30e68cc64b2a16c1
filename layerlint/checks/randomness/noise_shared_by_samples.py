"""LL611: each sample has a deviation of its own, and all have one draw."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from layerlint.declaration import check
from layerlint.facts.random import random_function
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Text
from layerlint.queries.lambda_functions import has_samples, lambda_functions
from layerlint.queries.straight_values import expression_behind
from layerlint.queries.traced_code import short
from layerlint.queries.written_values import written_value
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, literal
from layerlint.syntax.walk import walk_kinds, walk_same_function

_Batched = Callable[[cst.BaseExpression], bool]


@check(LayerClass, Module, needs=AllOf(AnyOf("exp", "sqrt", "softplus"), Text("normal")))
def noise_shared_by_samples(subject: LayerClass | Module) -> Iterator[Finding]:
    """Report the draw of `mean + deviation * noise`, where it has no axis for the samples."""
    if isinstance(subject, LayerClass):
        call = subject.methods.get("call")
        if call is not None:
            batched = partial(_is_batched, subject)
            sums = call.own_nodes(cst.BinaryOperation)
            yield from _shared(sums, batched, subject.name, call.module)
        return
    for each in lambda_functions(subject):
        if each.code is not None:
            sums = walk_same_function(each.code.body, cst.BinaryOperation)
            batched = partial(has_samples, function=each.code, module=subject)
            yield from _shared(sums, batched, "Lambda", subject)


def _is_batched(layer: LayerClass, node: cst.BaseExpression) -> bool:
    return layer.values.of(node).batch


def _shared(
    sums: Iterable[cst.BinaryOperation], batched: _Batched, name: str, module: Module
) -> Iterator[Finding]:
    for total in sums:
        if not isinstance(total.operator, cst.Add):
            continue
        for mean, product in ((total.left, total.right), (total.right, total.left)):
            drawn = _drawn(product, batched, module)
            if drawn is not None and batched(mean):
                fields = {"draw": short(module, drawn), "layer": name}
                yield Finding(drawn, fields=fields, module=module)


def _drawn(product: cst.BaseExpression, batched: _Batched, module: Module) -> cst.Call | None:
    """The draw by which a deviation of each sample is multiplied."""
    product = expression_behind(product, product, module)
    if not isinstance(product, cst.BinaryOperation) or not isinstance(
        product.operator, cst.Multiply
    ):
        return None
    for deviation, noise in ((product.left, product.right), (product.right, product.left)):
        drawn = expression_behind(noise, noise, module)
        if not isinstance(drawn, cst.Call) or not batched(deviation):
            continue
        known = random_function(module.resolve(drawn.func))
        if known is not None and _is_of_one_sample(bind(drawn, ("shape",)).get("shape"), module):
            return drawn
    return None


def _is_of_one_sample(shape: cst.BaseExpression | None, module: Module) -> bool:
    """`(self.latent,)` or `tf.shape(mean)[1:]`: sizes of the axes behind that of the samples."""
    match shape:
        case cst.Tuple(elements=[cst.Element(value=size)]):
            return _is_written(size, module)
        case cst.List(elements=[cst.Element(value=size)]):
            return _is_written(size, module)
        case cst.Subscript(
            slice=[cst.SubscriptElement(slice=cst.Slice(lower=lower, upper=None, step=None))]
        ):
            return lower is not None and literal(lower) == 1
    return False


def _is_written(size: cst.BaseExpression, module: Module) -> bool:
    """Whether it is a number or an attribute, and comes from no shape."""
    if isinstance(size, cst.Attribute):
        return not any(True for _ in walk_kinds(size, cst.Call, cst.Subscript))
    return isinstance(written_value(size, module), int)
