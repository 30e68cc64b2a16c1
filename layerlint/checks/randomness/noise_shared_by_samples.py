"""LL611: each sample has a deviation of its own, and all have one draw."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.facts.random import random_function
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.model.methods import Method
from layerlint.project.needs import AllOf, AnyOf, Text
from layerlint.queries.straight_values import expression_behind
from layerlint.queries.traced_code import short
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, literal
from layerlint.syntax.walk import walk_kinds


@check(LayerClass, needs=AllOf(AnyOf("exp", "sqrt", "softplus"), Text("normal")))
def noise_shared_by_samples(layer: LayerClass) -> Iterator[Finding]:
    """Report the draw of `mean + deviation * noise`, where it has no axis for the samples."""
    call = layer.methods.get("call")
    for total in call.own_nodes(cst.BinaryOperation) if call is not None else ():
        if call is None or not isinstance(total.operator, cst.Add):
            continue
        for mean, product in ((total.left, total.right), (total.right, total.left)):
            drawn = _drawn(product, layer, call)
            if drawn is not None and layer.values.of(mean).batch:
                fields = {"draw": short(call.module, drawn), "layer": layer.name}
                yield Finding(drawn, fields=fields, module=call.module)


def _drawn(product: cst.BaseExpression, layer: LayerClass, call: Method) -> cst.Call | None:
    """The draw by which a deviation of each sample is multiplied."""
    module = call.module
    product = expression_behind(product, product, module)
    if not isinstance(product, cst.BinaryOperation) or not isinstance(
        product.operator, cst.Multiply
    ):
        return None
    for deviation, noise in ((product.left, product.right), (product.right, product.left)):
        drawn = expression_behind(noise, noise, module)
        if not isinstance(drawn, cst.Call) or not layer.values.of(deviation).batch:
            continue
        known = random_function(module.resolve(drawn.func))
        if known is not None and _is_of_one_sample(bind(drawn, ("shape",)).get("shape")):
            return drawn
    return None


def _is_of_one_sample(shape: cst.BaseExpression | None) -> bool:
    """`(self.latent,)` or `tf.shape(mean)[1:]`: sizes of the axes behind that of the samples."""
    match shape:
        case cst.Tuple(elements=[cst.Element(value=size)]):
            return _is_written(size)
        case cst.List(elements=[cst.Element(value=size)]):
            return _is_written(size)
        case cst.Subscript(
            slice=[cst.SubscriptElement(slice=cst.Slice(lower=lower, upper=None, step=None))]
        ):
            return lower is not None and literal(lower) == 1
    return False


def _is_written(size: cst.BaseExpression) -> bool:
    """Whether it is a number or an attribute, and comes from no shape."""
    if isinstance(size, cst.Attribute):
        return not any(True for _ in walk_kinds(size, cst.Call, cst.Subscript))
    return isinstance(literal(size), int)
