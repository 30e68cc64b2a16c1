"""The fix that makes a weight of a tensor that is drawn at random."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.facts.initializers import DRAWING_INITIALIZERS
from layerlint.fixes.edit import Fix
from layerlint.fixes.formatting import block, outer, written
from layerlint.fixes.rewrite import replace, spell
from layerlint.queries.own_code import after_super_init
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, literal, self_attribute

if TYPE_CHECKING:
    from layerlint.model.attributes import Binding
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method

_WIDTH = 88


def weight_fix(layer: LayerClass, binding: Binding) -> Fix | None:
    """`self.x = self.add_weight(...)`, where the whole value is one draw of a known kind."""
    method, call = binding.method, binding.value
    if method is None or not isinstance(call, cst.Call) or binding.kind != "assign":
        return None
    if method.name not in ("build", "__init__") or method.owner is not layer:
        return None
    if method.name == "__init__" and not after_super_init(method, call):
        return None
    if len(layer.attributes[binding.attribute].bindings) != 1:
        return None
    name = method.module.tf(call.func) or method.module.keras(call.func) or ""
    home, _, function = name.rpartition(".")
    if home != "random" or function not in DRAWING_INITIALIZERS:
        return None
    return _written(binding, call, method, function)


def _written(binding: Binding, call: cst.Call, method: Method, function: str) -> Fix | None:
    module = method.module
    numbers, label = DRAWING_INITIALIZERS[function]
    given = bind(call, ("shape", *(key for key, _ in numbers), "dtype", "seed", "name"))
    given.pop("seed", None)
    shape = given.pop("shape", None)
    if not isinstance(shape, (cst.Tuple, cst.List)) or not {key for key, _ in numbers} >= set(
        given
    ):
        return None
    told = [
        f"{key}={written(module, given[key]) if key in given else default}"
        for key, default in numbers
        if key in given or key not in ("mean",)
    ]
    initializer, needed = spell(module, call, f"keras.initializers.{label}")
    start, end = outer(module, shape)
    arguments = [
        f'name="{binding.attribute.strip("_")}"',
        f"shape={module.text[start:end]}",
        f"initializer={initializer}({', '.join(told)})",
        "trainable=False",
    ]
    if any(literal(given[key]) is None for key in given):
        return None
    assert self_attribute(binding.node, method.self_name) is not None
    text = _laid_out(binding, method, arguments)
    return Fix(
        "Make it a weight that is not trained", (*replace(module, call, text), *needed), "unsafe"
    )


def _laid_out(binding: Binding, method: Method, arguments: list[str]) -> str:
    """The call on one line where there is room, with an argument on each line elsewhere."""
    module = method.module
    function = f"{method.self_name}.add_weight"
    start = module.span(binding.statement).start
    indent = module.text[module.text.rfind("\n", 0, start) + 1 : start]
    line = f"{function}({', '.join(arguments)})"
    if len(indent) + len(method.self_name) + len(binding.attribute) + 4 + len(line) <= _WIDTH:
        return line
    lines = [f"    {argument}," for argument in arguments]
    return block(module, "\n".join([f"{function}(", *lines, ")"]), indent).lstrip()
