"""LL228: `adapt` or `fit` leaves in a plain attribute what `call` reads, and no file keeps it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.recipes.get_config import listed
from layerlint.model.config import config_of
from layerlint.model.layer import LayerClass
from layerlint.project.needs import AnyOf
from layerlint.queries.own_code import reached_by_call
from layerlint.queries.saving_practice import never_saved_whole
from layerlint.syntax import cst
from layerlint.syntax.matching import is_method_of_super, literal, self_attribute
from layerlint.syntax.walk import mentions, names_below

if TYPE_CHECKING:
    from layerlint.model.attributes import Attribute, Binding
    from layerlint.model.methods import Method

# What learns from data before the layer is used, or around Keras's own `fit`.
_LEARNING = frozenset({"adapt", "calibrate", "fit"})
# What puts something into a list or a set.
_FILLS = frozenset({"add", "append", "extend"})
_KEEPING = ("save_own_variables", "load_own_variables", "save_assets", "get_build_config")
NEEDS = AnyOf(*sorted(_LEARNING))


@check(LayerClass, needs=NEEDS)
def state_not_saved(layer: LayerClass) -> Iterator[Finding]:
    """Report the binding of the first of such attributes, with the names of all."""
    if layer.kind not in ("layer", "model") or not layer.complete:
        return
    if layer.call is None or (layer.kind == "model" and never_saved_whole(layer.module)):
        return
    if any(layer.method(name) is not None for name in _KEEPING):
        return
    learned = list(_learned(layer))
    if not learned:
        return
    first = learned[0][1]
    names = listed(f"self.{name}" for name, _ in learned)
    fields = {"attributes": names, "method": _method_of(first)}
    yield Finding(first.node, fields=fields)


def _learned(layer: LayerClass) -> Iterator[tuple[str, Binding]]:
    """The attributes that are learned, read and kept nowhere, with where each is bound."""
    running = reached_by_call(layer)
    config = config_of(layer)
    for name, attribute in layer.attributes.items():
        if name in layer.weights or name in layer.sublayers:
            continue
        if config is not None and (config.open or _is_kept(name, config.keys)):
            continue
        if layer.kind == "model" and not _begins_with_something(attribute):
            continue
        if not any(read.method.node in running for read in attribute.reads):
            continue
        for binding in attribute.bindings:
            if binding.kind != "class" and _is_learned(binding, layer):
                yield name, binding
                break


def _begins_with_something(attribute: Attribute) -> bool:
    """Whether the constructor gives it a value, with which a loaded model goes on."""
    return any(
        each.method is not None and each.method.name == "__init__" for each in attribute.bindings
    )


def _is_kept(name: str, keys: Mapping[str, object]) -> bool:
    return name in keys or name.lstrip("_") in keys


def _method_of(binding: Binding) -> str:
    return binding.method.name if binding.method is not None else ""


def _run_by(helper: Method, layer: LayerClass) -> Method | None:
    """The method that learns, and alone runs another one, on what it made of its data."""
    callers = [
        (method, call)
        for method in layer.effective_methods()
        for call in method.own_nodes(cst.Call)
        if self_attribute(call.func, method.self_name) == helper.name
    ]
    if len(callers) != 1 or callers[0][0].name not in _LEARNING:
        return None
    method, call = callers[0]
    given = call.args[0].value if call.args else None
    if given is None or not method.positional:
        return None
    return method if mentions(given, *_made_of_data(method)) else None


def _is_learned(binding: Binding, layer: LayerClass) -> bool:
    """Whether it is computed in such a method, from what that was given."""
    method, value = binding.method, binding.value
    if method is None or method.owner is not layer or value is None or not method.positional:
        return False
    learning = method if method.name in _LEARNING else _run_by(method, layer)
    if learning is None:
        return False
    # A model whose `fit` is not Keras's at all is fitted where it is used.
    if layer.kind == "model" and not any(map(is_method_of_super, learning.own_nodes(cst.Call))):
        return False
    if isinstance(value, cst.Name) and literal(value) in (True, False, None):
        return False
    data = _made_of_data(method)
    return mentions(value, *data)


def _made_of_data(method: Method) -> set[str]:
    """What a method is given first, and the names of what it makes of that or puts it into."""
    data = {method.positional[0].name}
    for node in method.own_nodes(cst.Assign, cst.AugAssign, cst.Call, cst.For):
        sources, targets = _flow(node)
        if any(mentions(source, *data) for source in sources):
            found = {name for target in targets for name in names_below(target)}
            data |= found - {method.self_name}
    return data


def _flow(node: cst.CSTNode) -> tuple[Sequence[cst.CSTNode], Sequence[cst.CSTNode]]:
    """What a statement or a call takes, and where that goes."""
    match node:
        case cst.Assign(targets=targets, value=value):
            return [value], [each.target for each in targets]
        case cst.AugAssign(target=target, value=value) | cst.For(target=target, iter=value):
            return [value], [target]
        case cst.Call(func=cst.Attribute(value=cst.Name() as held, attr=verb), args=args) if (
            verb.value in _FILLS
        ):
            return args, [held]
    return [], []
