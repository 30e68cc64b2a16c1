"""Functional models in which no gradient comes from the output to a layer with weights."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from layerlint.checks.state._flow import NOTHING, Cut, Flow
from layerlint.checks.state._gradient_flow import Frame, GradientFlow, cuts_its_input
from layerlint.facts.gradients import FLOAT_CUTS, gradient_function
from layerlint.facts.layers import FUNCTIONAL
from layerlint.facts.tensors import WEIGHT_LAYERS
from layerlint.model.module import Module
from layerlint.queries.called_functions import calls_of, function_named
from layerlint.queries.held_values import only_call
from layerlint.syntax import cst
from layerlint.syntax.matching import bind
from layerlint.syntax.walk import walk_kinds

# Whoever freezes something, or adds losses, trains in other ways.
_OTHER_WAYS = frozenset({"add_loss", "trainable"})


# Behind it a layer has the number of the function that was followed.
_MARK = "#"


def cut_models(module: Module) -> Iterator[tuple[Cut, str]]:
    """What cuts the only way from the output of a compiled model to a layer, with that layer."""
    made = [call for call in walk_kinds(module.tree, cst.Call) if _is_functional(call, module)]
    names = (node.attr.value for node in walk_kinds(module.tree, cst.Attribute))
    if not any(_is_compiled(call, module) for call in made) or _OTHER_WAYS & set(names):
        return
    flow = _ModelFlow(None, frozenset())
    for scope in {id(code): code for code in (module.function(call) for call in made)}.values():
        flow.follow(scope, module)
    alive = flow.escaped.union(*(found.live for _, found in flow.models))
    told: set[int] = set()
    for call, found in flow.models:
        compiled = _is_compiled(call, module)
        for cut in sorted(found.cut, key=place) if compiled else ():
            dead = cut.usable and cut.attribute not in alive and cut.module is module
            if dead and id(cut.node) not in told and not _is_meant(cut):
                told.add(id(cut.node))
                yield cut, " ".join(cut.attribute.rpartition(_MARK)[0].split())


def place(cut: Cut) -> tuple[int, str]:
    """What sorts cuts by where they stand."""
    return cut.module.span(cut.node).start, cut.attribute


def _is_meant(cut: Cut) -> bool:
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
        if not isinstance(node.func, cst.Call) or not node.args:
            return GradientFlow._call(self, node, frame)
        made, given = node.func, self.of(node.args[0].value, frame)
        layer = module.find_layer(made.func)
        if module.keras(made.func) == "layers.Lambda" and made.args:
            return self._applied(made.args[0].value, given, node, frame)
        if layer is not None and layer.facts(cuts_its_input):
            return given.ended(made, module, usable=True)
        flow = GradientFlow._call(self, node, frame)
        if module.keras(made.func) in WEIGHT_LAYERS:
            own = f"{module.source(made)}{_MARK}{self._followed}"
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
        if gradient_function(frame.module.resolve(function)) in FLOAT_CUTS:
            return given.ended(node, frame.module, usable=True)
        return given
