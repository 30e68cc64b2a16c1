"""LL602: a layer that takes a seed draws from the global generator."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.randomness._seed_generator import with_seed_generator
from layerlint.declaration import check
from layerlint.facts.random import random_function
from layerlint.findings import Finding
from layerlint.interpret.effects import RandomDraw
from layerlint.model.config import is_root
from layerlint.model.constructor import base_calls
from layerlint.model.layer import LayerClass
from layerlint.queries.seeds import seed_of
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, self_attribute
from layerlint.syntax.walk import walk

if TYPE_CHECKING:
    from layerlint.model.methods import Method

# What seeds the global generator.
_GLOBAL = ("set_seed", "set_random_seed")


@check(LayerClass)
def random_without_seed_generator(layer: LayerClass) -> Iterator[Finding]:
    """Report draws without a seed where the constructor takes one."""
    constructor = layer.constructor
    if constructor is None or not _takes_seed(layer, constructor):
        return
    own = constructor.takes("seed")
    for effect in layer.forward.of(RandomDraw):
        function = random_function(effect.function)
        call = effect.node
        if function is None or effect.method is None:
            continue
        if effect.method.owner is not layer or any(argument.star for argument in call.args):
            continue
        if seed_of(call, function) is not None:
            continue
        if function.name.startswith("tensorflow.random."):
            if not function.stateless and _is_kept_only(layer, constructor):
                fields = {"function": effect.module.source(call.func)}
                yield Finding(call, "ignored", fields, module=effect.module)
        elif function.name.startswith("keras.random.") and not _is_asked_for(layer, effect):
            yield Finding(
                call,
                fields={"function": effect.module.source(call.func)},
                fix=with_seed_generator(layer, effect, call, None) if own else None,
                module=effect.module,
            )


def _takes_seed(layer: LayerClass, constructor: Method) -> bool:
    """Whether a layer is made with a seed, also by way of `**kwargs` that a base takes it from."""
    while not constructor.takes("seed"):
        base = layer.method_after(constructor.owner, "__init__") if constructor.varkw else None
        handed = any(each.star == "**" for call in base_calls(constructor) for each in call.args)
        if base is None or not handed or is_root(base.owner):
            return False
        constructor = base
    return True


def _is_kept_only(layer: LayerClass, constructor: Method) -> bool:
    """Whether the seed goes to an attribute that nothing but `get_config` reads."""
    if constructor.owner is not layer or any(map(layer.module.says, _GLOBAL)):
        return False
    bound = {
        binding.value: attribute
        for attribute in layer.attributes.values()
        for binding in attribute.bindings
        if binding.value is not None
    }
    kept = []
    for name in constructor.own_nodes(cst.Name):
        parent = constructor.module.parent(name)
        is_attribute = isinstance(parent, cst.Attribute) and parent.attr is name
        if name.value != "seed" or is_attribute or isinstance(parent, cst.Param):
            continue
        if name not in bound:
            return False
        kept.append(bound[name])
    return bool(kept) and all(
        read.method.name == "get_config" for attribute in kept for read in attribute.reads
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
    return any(
        is_name(node, "seed")
        for binding in layer.attributes[attribute].bindings
        if binding.value is not None
        for node in walk(binding.value)
    )
