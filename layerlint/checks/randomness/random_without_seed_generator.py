"""LL602: a layer that takes a seed draws from the global generator."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.randomness._seed_generator import seed_of, with_seed_generator
from layerlint.declaration import check
from layerlint.facts.random import random_function
from layerlint.findings import Finding
from layerlint.interpret.effects import RandomDraw
from layerlint.model.layer import LayerClass
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, self_attribute
from layerlint.syntax.walk import walk


@check(LayerClass)
def random_without_seed_generator(layer: LayerClass) -> Iterator[Finding]:
    """Report draws from `keras.random` without a seed where the constructor takes one."""
    constructor = layer.constructor
    if constructor is None or not constructor.takes("seed"):
        return
    seen: set[int] = set()
    for effect in layer.forward.of(RandomDraw):
        function = random_function(effect.function)
        call = effect.node
        if function is None or not function.name.startswith("keras.random."):
            continue
        if id(call) in seen or effect.method is None:
            continue
        seen.add(id(call))
        if effect.method.owner is not layer or any(argument.star for argument in call.args):
            continue
        if seed_of(call, function) is None and not _is_asked_for(layer, effect):
            yield Finding(
                call,
                fields={"function": effect.module.source(call.func)},
                fix=with_seed_generator(layer, effect, call, None),
                module=effect.module,
            )


def _is_asked_for(layer: LayerClass, effect: RandomDraw) -> bool:
    """Whether the draw stands where the layer was given no seed: `if self.generator is None`."""
    inner: cst.CSTNode = effect.node
    for outer in effect.module.ancestors(inner):
        if isinstance(outer, (cst.If, cst.IfExp)) and inner is not outer.test:
            name, holds = _unseeded(outer.test)
            if name is not None and (inner is outer.body) == holds and _is_of_seed(layer, name):
                return True
        inner = outer
    return False


def _unseeded(test: cst.BaseExpression) -> tuple[str | None, bool]:
    """The attribute that a test asks about, and whether the test holds where it is None."""
    match test:
        case cst.Comparison(
            left=left,
            comparisons=[cst.ComparisonTarget(operator=operator, comparator=cst.Name("None"))],
        ):
            return self_attribute(left), isinstance(operator, cst.Is)
        case cst.UnaryOperation(operator=cst.Not(), expression=inner):
            return self_attribute(inner), True
    return self_attribute(test), False


def _is_of_seed(layer: LayerClass, attribute: str) -> bool:
    """Whether an attribute is the seed that the constructor takes, or made of it."""
    known = layer.attributes.get(attribute)
    return known is not None and any(
        is_name(node, "seed")
        for binding in known.bindings
        if binding.value is not None
        for node in walk(binding.value)
    )
