"""LL223: nothing that a loss says of the output comes back to a trained weight."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from layerlint.checks.state._cut_losses import cut_losses
from layerlint.checks.state._flow import NOTHING, Cut, Flow
from layerlint.checks.state._gradient_flow import Frame, GradientFlow, cuts_its_input
from layerlint.checks.state._outside_reads import is_read_from_outside
from layerlint.declaration import check
from layerlint.facts.gradients import FLOAT_CUTS, TO_FLOATS, WHOLE_CUTS, gradient_function
from layerlint.facts.layers import FUNCTIONAL
from layerlint.facts.tensors import WEIGHT_LAYERS
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, HoldsLayer, Members, Text, Word
from layerlint.queries.called_functions import calls_of, function_named
from layerlint.queries.held_values import maker_of, only_call
from layerlint.queries.keras_objects import HAS_OBJECTS
from layerlint.queries.local_bindings import names_in
from layerlint.queries.traced_code import short
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, is_name
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.sublayers import Sublayer

# Whoever freezes something, or adds losses, trains in other ways.
_OTHER_WAYS = frozenset({"add_loss", "trainable"})
# Behind it a layer has the number of the function that was followed, and where it is made there.
_MARK = "#"
NEEDS = AnyOf(*map(Word, sorted(FLOAT_CUTS | WHOLE_CUTS | {"cast"})), Text(">"), Text("<"))
# Where weights are made and described, not used.
_SET_UP = frozenset(
    {"__init__", "build", "get_config", "from_config", "compute_output_shape", "compute_mask"}
    | {"compute_output_spec", "get_build_config", "build_from_config", "summary"}
)
# What is held on purpose, and says so by its name.
_HELD = re.compile(r"target|teacher|ema|frozen|fixed|detach|stop_?grad|no_?grad|momentum", re.I)


@check(LayerClass, Module, needs=AllOf(NEEDS, AnyOf(HoldsLayer(), Members("compile"), HAS_OBJECTS)))
def gradient_cut(subject: LayerClass | Module) -> Iterator[Finding]:
    """Report what cuts the only way from the output, or a loss, to a weight that is trained."""
    if isinstance(subject, Module):
        yield from cut_losses(subject)
        for cut, trained in _cut_models(subject):
            yield Finding(cut.node, "model", {"cut": _spelled(cut), "trained": trained})
    else:
        yield from _in_layer(subject)


def _in_layer(layer: LayerClass) -> Iterator[Finding]:
    method = layer.methods.get("call")
    if method is None or method.is_static or not layer.complete:
        return
    trained = frozenset(_trained(layer))
    if not trained:
        return
    flow = GradientFlow(layer, trained).run(method)
    alive = flow.returned.live | flow.escaped
    shown: set[cst.CSTNode] = set()
    for cut in sorted(flow.returned.cut, key=_place):
        if cut.attribute in alive or not cut.usable or cut.node in shown:
            continue
        if _is_used_elsewhere(layer, cut.attribute, flow.reached) or _is_meant(layer, cut):
            continue
        shown.add(cut.node)
        fields = {"cut": _spelled(cut), "trained": f"self.{cut.attribute}"}
        yield Finding(cut.node, fields=fields, module=cut.module)


def _trained(layer: LayerClass) -> Iterator[str]:
    for weight in layer.all_weights:
        if weight.trainable and not _is_whole(weight.arguments.get("dtype")):
            yield weight.attribute
    for sublayer in layer.all_sublayers:
        if _learns(sublayer, ()):
            yield sublayer.attribute


def _is_whole(dtype: cst.BaseExpression | None) -> bool:
    """Whether it is a counter of its own dtype."""
    return dtype is not None


def _learns(sublayer: Sublayer, seen: tuple[object, ...]) -> bool:
    """Whether a sublayer certainly has weights that are trained."""
    if is_name(sublayer.arguments.get("trainable"), "False"):
        return False
    if sublayer.keras == "Sequential":
        return any(_learns(part, seen) for part in sublayer.parts)
    if sublayer.keras is not None:
        return sublayer.keras in WEIGHT_LAYERS
    held = sublayer.layer
    if held is None or held in seen:
        return False
    return any(weight.trainable for weight in held.all_weights) or any(
        _learns(inner, (*seen, held)) for inner in held.all_sublayers
    )


def _is_used_elsewhere(layer: LayerClass, name: str, reached: set[str]) -> bool:
    """Whether another method may train it, or another class, or somebody freezes it."""
    attribute = layer.attributes.get(name)
    if attribute is None or is_read_from_outside(layer, name):
        return True
    known = reached | _SET_UP
    if any(read.method.name not in known for read in attribute.reads):
        return True
    return any(
        isinstance(target.target, cst.Attribute)
        and target.target.attr.value in ("trainable", "losses")
        for base in layer.mro
        for method in base.methods.values()
        for node in method.own_nodes()
        if isinstance(node, cst.Assign)
        for target in node.targets
    )


def _is_meant(layer: LayerClass, cut: Cut) -> bool:
    """Whether names say that the gradient is not wanted."""
    return bool(_HELD.search(cut.attribute) or _HELD.search(layer.name))


def _spelled(cut: Cut) -> str:
    match cut.node:
        case cst.Call(func=function):
            return cut.module.source(function)
    return short(cut.module, cut.node)


def _cut_models(module: Module) -> Iterator[tuple[Cut, str]]:
    """What cuts the only way from the output of a compiled model to a layer, with that layer."""
    made = [call for call in walk_kinds(module.tree, cst.Call) if _is_functional(call, module)]
    names = (node.attr.value for node in walk_kinds(module.tree, cst.Attribute))
    if not any(_is_compiled(call, module) for call in made) or _OTHER_WAYS & set(names):
        return
    flow = _ModelFlow(None, frozenset())
    for scope in dict.fromkeys(module.function(call) for call in made):
        flow.follow(scope, module)
    alive = flow.escaped.union(*(found.live for _, found in flow.models))
    told: set[cst.CSTNode] = set()
    for call, found in flow.models:
        compiled = _is_compiled(call, module)
        for cut in sorted(found.cut, key=_place) if compiled else ():
            dead = cut.usable and cut.attribute not in alive and cut.module is module
            if dead and cut.node not in told and not _is_target_meant(cut):
                told.add(cut.node)
                yield cut, " ".join(cut.attribute.rpartition(_MARK)[0].split())


def _place(cut: Cut) -> tuple[int, str]:
    """What sorts cuts by where they stand."""
    return cut.module.span(cut.node).start, cut.attribute


def _is_target_meant(cut: Cut) -> bool:
    return "stop_gradient" in cut.module.source(cut.node)


def _is_functional(call: cst.Call, module: Module) -> bool:
    return module.keras(call.func) in FUNCTIONAL and len(call.args) > 1


def _is_compiled(model: cst.Call, module: Module) -> bool:
    """Whether a model is compiled under its name, or by whoever calls the function around it."""
    for call in calls_of("compile", module):
        made = only_call(call.func.value, module) if isinstance(call.func, cst.Attribute) else None
        if made is model:
            return True
        maker = function_named(made.func, module) if made is not None else None
        if maker is not None and maker is module.function(model):
            return True
    return False


def _layer_called(call: cst.Call, module: Module) -> cst.Call | None:
    """The call that makes the layer which is called, also by a name that only calls it."""
    if isinstance(call.func, cst.Call):
        return call.func
    if not isinstance(call.func, cst.Name) or call.func.value in module.function_defs:
        return None
    made = maker_of(call, module)
    if made is None or not (module.keras(made.func) or "").startswith("layers."):
        return None
    around = module.function(call) or module.tree
    for name in module.facts(around, names_in).get(call.func.value, ()):
        parent = module.parent(name)
        if isinstance(parent, cst.AssignTarget):
            continue
        if not isinstance(parent, cst.Call) or parent.func is not name:
            return None
    return made


@dataclass(slots=True)
class _ModelFlow(GradientFlow):
    """The flow of functions that put models together; layers stand for their weights."""

    models: list[tuple[cst.Call, Flow]] = field(default_factory=list)
    _followed: int = 0

    def follow(self, code: cst.FunctionDef | None, module: Module) -> None:
        """Follow a function, or the top level; what it makes is not what others make."""
        self._followed += 1
        if code is not None:
            self._enter(code, module, None, {})
            return
        frame = Frame(module, None, {})
        for line in module.tree.body:
            if isinstance(line, cst.SimpleStatementLine):
                self._block(line, frame)

    def _call(self, node: cst.Call, frame: Frame) -> Flow:
        module = frame.module
        if _is_functional(node, module):
            outputs = bind(node, ("inputs", "outputs")).get("outputs")
            self.models.append((node, self.of(outputs, frame) if outputs is not None else NOTHING))
        made = _layer_called(node, module)
        if made is None or not node.args:
            return GradientFlow._call(self, node, frame)
        given = self.of(node.args[0].value, frame)
        layer = module.find_layer(made.func)
        if module.keras(made.func) == "layers.Lambda" and made.args:
            return self._applied(made.args[0].value, given, node, frame)
        if layer is not None and layer.facts(cuts_its_input):
            return given.ended(made, module, usable=True)
        flow = GradientFlow._call(self, node, frame)
        if module.keras(made.func) in WEIGHT_LAYERS:
            place = f"{self._followed} {module.path} {module.span(made).start}"
            own = f"{module.source(made)}{_MARK}{place}"
            return (flow | Flow(frozenset({own}))).floating()
        return flow

    def _applied(
        self, function: cst.BaseExpression, given: Flow, node: cst.Call, frame: Frame
    ) -> Flow:
        """What the function of a `Lambda` gives."""
        match function:
            case cst.Lambda(params=cst.Parameters(params=[only, *_]), body=body):
                before = dict(frame.names)
                frame.names[only.name.value] = given
                flow = self.of(body, frame)
                frame.names = before
                return flow
        known = function_named(function, frame.module)
        if known is not None and len(known.params.params) == 1:
            names = {known.params.params[0].name.value: given}
            return self._enter(known, frame.module, None, names)
        name = gradient_function(frame.module.resolve(function))
        if name in FLOAT_CUTS | WHOLE_CUTS:
            return given.ended(node, frame.module, usable=name in FLOAT_CUTS)
        return given.floating() if name in TO_FLOATS else given
