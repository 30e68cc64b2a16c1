"""LL301: Python or NumPy draws a random number while `call` is traced."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import libcst as cst

from layerlint.checks.traced_code import eager
from layerlint.checks.training_flag import shown
from layerlint.facts.random import random_function
from layerlint.findings import Context, Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace, spell
from layerlint.model.calls import bind

if TYPE_CHECKING:
    from layerlint.flow.effects import Effect
    from layerlint.model.layer import LayerClass
    from layerlint.model.module import Module

# What draws an array: the counterpart, and the names of the arguments, in order, that it takes
# behind the shape. `rand` and `randn` take the sizes one by one.
_COUNTERPARTS = {
    "numpy.random.normal": ("normal", ("loc", "scale", "size")),
    "numpy.random.uniform": ("uniform", ("low", "high", "size")),
    "numpy.random.standard_normal": ("normal", ("size",)),
    "numpy.random.random": ("uniform", ("size",)),
    "numpy.random.random_sample": ("uniform", ("size",)),
    "numpy.random.rand": ("uniform", None),
    "numpy.random.randn": ("normal", None),
}


def check(layer: LayerClass, context: Context) -> Iterator[Finding]:
    """Report each draw of Python's or NumPy's generators that `call` reaches."""
    seen: set[int] = set()
    if eager(layer):
        return
    for effect in layer.forward.of("random"):
        drawn = random_function(effect.function)
        if effect.function is None or not (drawn.at_trace if drawn else _generator(effect)):
            continue
        place = shown(layer, effect)
        if place is None or id(effect.node) in seen or _is_kept(effect):
            continue
        seen.add(id(effect.node))
        function = effect.function.replace("numpy.", "np.", 1)
        yield Finding(
            place.node,
            fields={"function": function, "path": place.path},
            fix=_fix(effect) if place.node is effect.node else None,
            trace=place.trace,
            module=place.module,
        )


def _generator(effect: Effect) -> bool:
    """Whether a generator of NumPy's or Python's, held by the layer, draws."""
    return (effect.function or "").startswith(("numpy.random.", "random."))


def _is_kept(effect: Effect) -> bool:
    """Whether the number is meant to stay: drawn once, under a test of the layer's own state."""
    return any(
        isinstance(guard.test, cst.Comparison)
        and any(isinstance(part.operator, (cst.Is, cst.In)) for part in guard.test.comparisons)
        for guard in effect.guards
    )


def _fix(effect: Effect) -> Fix | None:
    """The function of TensorFlow, or of Keras, that draws the same array as a tensor."""
    call, module = effect.node, effect.module
    counterpart = _COUNTERPARTS.get(effect.function or "")
    if not isinstance(call, cst.Call) or counterpart is None or _decides(call, module):
        return None
    name, names = counterpart
    if names is None:
        sizes = [argument for argument in call.args if not argument.star and not argument.keyword]
        if not sizes or len(sizes) != len(call.args):
            return None
        shape, rest = f"[{', '.join(module.source(item.value) for item in sizes)}]", []
    else:
        bound = bind(call, names)
        if "size" not in bound or {"*", "**"} & bound.keys():
            return None
        shape = module.source(bound["size"])
        rest = [module.source(bound[key]) for key in names if key in bound and key != "size"]
        if len(rest) == 1 and "loc" not in bound and "low" not in bound:
            return None
    library = "tensorflow.random" if _has_tensorflow(module) else "keras.random"
    spelled, edits = spell(module, call, f"{library}.{name}")
    dtype = [f"dtype={effect.method.self_name}.compute_dtype"] if effect.method else []
    text = f"{spelled}({', '.join([shape, *rest, *dtype])})"
    return Fix(f"Draw with `{spelled}`", (*replace(module, call, text), *edits), "unsafe")


def _decides(call: cst.Call, module: Module) -> bool:
    """Whether the draw is part of the test of an `if`, where a tensor cannot be."""
    child: cst.CSTNode = call
    for ancestor in module.ancestors(call):
        if isinstance(ancestor, (cst.If, cst.While, cst.IfExp)) and ancestor.test is child:
            return True
        child = ancestor
    return False


def _has_tensorflow(module: Module) -> bool:
    """Whether the file imports TensorFlow, or may run on a Keras without `keras.random`."""
    bound = module.index.bindings.values()
    return module.generations != {3} or any("tensorflow" in targets for targets in bound)
