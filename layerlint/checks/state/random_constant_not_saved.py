"""LL219: a tensor that is drawn before `call` is no weight, and another one after loading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.state._random_arrays import drawn, shuffled
from layerlint.checks.state._set_up_methods import given_by, run_before_call, set_up_only
from layerlint.checks.state._value_flow import ValueFlow
from layerlint.checks.state._weight_derivations import derivations
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.recipes.random_weight import weight_fix
from layerlint.model.layer import LayerClass
from layerlint.queries.own_code import own_methods

if TYPE_CHECKING:
    from layerlint.model.attributes import Attribute


_SAVING = ("config", "save", "assets", "store", "load", "state", "weights")
# Methods whose purpose is to be run again, for other numbers: no draw of theirs is a constant.
_ANEW = re.compile(r"noise|(?:^|_)re_?(?:sample|draw|new|fresh|generate)")


@check(LayerClass)
def random_constant_not_saved(layer: LayerClass) -> Iterator[Finding]:
    """Report each attribute that is drawn in `__init__` or `build` and read by `call`."""
    before = layer.facts(run_before_call)
    owned = {method.node for method in own_methods(layer)}
    flow = ValueFlow(layer)
    for attribute in layer.attributes.values():
        if not set_up_only(attribute, before) or _is_saved(attribute):
            continue
        for binding in attribute.bindings:
            method = binding.method
            given = given_by(binding, layer)
            if method is None or given is None or method.node not in owned:
                continue
            value, place = given
            if _ANEW.search(method.name) is not None:
                continue
            if not drawn(value, place) and not shuffled(binding.node, place):
                continue
            if not flow.of_attribute(attribute.name).escapes or any(derivations(value, place)):
                continue
            yield Finding(
                binding.statement,
                fields={"attribute": attribute.name, "method": method.name},
                fix=weight_fix(layer, binding),
                module=method.module,
            )
            break


def _is_saved(attribute: Attribute) -> bool:
    """Whether a method that saves or restores the layer reads the attribute."""
    return any(any(word in read.method.name for word in _SAVING) for read in attribute.reads)
