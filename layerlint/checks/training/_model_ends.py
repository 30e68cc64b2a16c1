"""The layer with which a model ends, followed to where the model is put together."""

from __future__ import annotations

from dataclasses import dataclass

from layerlint.facts.layers import FUNCTIONAL, SEQUENTIAL
from layerlint.facts.losses import ACTIVATION_PLACES, PROBABILITIES
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.model.origins import only_result
from layerlint.queries.called_functions import function_named
from layerlint.queries.held_values import held_values
from layerlint.queries.straight_values import comes_first, expression_behind, value_at
from layerlint.queries.traced_code import short
from layerlint.syntax import cst
from layerlint.syntax.matching import (
    NOT_LITERAL,
    bind,
    is_name,
    literal,
    positional,
    self_attribute,
)
from layerlint.syntax.walk import walk_same_function

# So many names and functions are followed.
_DEPTH = 6
_RUNS = ("predict", "predict_on_batch", "call")
# So many models are compared that a name may stand for.
_MOST = 4


@dataclass(frozen=True, slots=True)
class End:
    """The last layer: the call that makes it, its activation (`"linear"`), its units if known."""

    call: cst.Call
    activation: str
    units: int | None
    module: Module

    @property
    def label(self) -> str:
        """The call on one line: `Dense(10)`."""
        return short(self.module, self.call)


def end_of_model(
    model: cst.BaseExpression, use: cst.CSTNode, module: Module, depth: int = _DEPTH
) -> End | None:
    """The layer with which the model ends that an expression stands for; None where unknown."""
    if depth == 0:
        return None
    if isinstance(model, (cst.Name, cst.Attribute)):
        value = value_at(model, use, module)
        if not isinstance(value, cst.Call):
            return _end_of_held(model, module, depth) if value is None else None
        if module.keras(value.func) in SEQUENTIAL:
            return _end_of_sequential(value, module.source(model), use, module)
        return end_of_model(value, value, module, depth - 1)
    if not isinstance(model, cst.Call):
        return None
    name = module.keras(model.func)
    if name in SEQUENTIAL:
        return _end_of_sequential(model, None, use, module)
    if name in FUNCTIONAL:
        outputs = bind(model, ("inputs", "outputs")).get("outputs")
        return _end_of_tensor(outputs, model, module, depth) if outputs is not None else None
    return _end_of_made(model, module, depth)


def end_of_run(run: cst.Call, module: Module) -> End | None:
    """The layer that gave what a call of a model returns: `model(x)`, `model.predict(x)`."""
    model = run.func
    if isinstance(model, cst.Attribute) and model.attr.value in _RUNS:
        model = model.value
    if not isinstance(model, (cst.Name, cst.Attribute)) or not run.args:
        return None
    layer = module.class_of(run) if is_name(model, "self") else None
    return end_of_model(model, run, module) if layer is None else _end_of_class(layer)


def _end_of_held(model: cst.BaseExpression, module: Module, depth: int) -> End | None:
    """The end that all models have which a name may stand for: those that callers give, say."""

    def find() -> End | None:
        held = [each for each in held_values(model, module) if not is_name(each, "None")]
        ends = [end_of_model(each, each, module, depth - 1) for each in held[:_MOST]]
        known = [each for each in ends if each is not None]
        kinds = {(each.activation, each.units) for each in known}
        return known[0] if len(kinds) == 1 and len(known) == len(held) else None

    return module.remembered((_end_of_held, model, depth), find)


def _end_of_made(call: cst.Call, module: Module, depth: int) -> End | None:
    """The end of what a function of the module returns, or of a model that it defines."""
    function = function_named(call.func, module)
    if function is not None and not function.decorators:
        result = only_result(function)
        return end_of_model(result, result, module, depth - 1) if result is not None else None
    layer = module.find_layer(call.func)
    return _end_of_class(layer) if layer is not None and layer.kind == "model" else None


def _end_of_class(layer: LayerClass) -> End | None:
    """The end of a subclassed model, whose `call` returns what one of its layers gives."""
    call = layer.call
    if call is None:
        return None
    module = call.module
    result = only_result(call.node)
    if result is None:
        return None
    value = expression_behind(result, result, module)
    operation = _end_of_operation(value, module)
    if operation is not None:
        return operation
    attribute = self_attribute(value.func, call.self_name) if isinstance(value, cst.Call) else None
    made = [each for each in layer.all_sublayers if each.attribute == attribute]
    if len(made) != 1 or made[0].container is not None:
        return None
    return end(made[0].call, made[0].module)


def _end_of_sequential(
    made: cst.Call, name: str | None, use: cst.CSTNode, module: Module
) -> End | None:
    """The last layer of a list, or that was added last to what has a name."""
    added = _added(name, use, module) if name is not None else []
    if added:
        last = added[-1]
        if not all(isinstance(each.func, cst.Attribute) for each in added):
            return None
        if not comes_first(last, use) or not last.args:
            return None
        return _end_of_item(last.args[0].value, last, module)
    given = positional(made)
    match given[0].value if given else None:
        case cst.List(elements=[*_, cst.Element(value=item)]):
            return _end_of_item(item, made, module)
    return None


def _added(name: str, use: cst.CSTNode, module: Module) -> list[cst.Call]:
    """The calls of `add` on a model before it is used; one of `pop` stands for the unknown."""
    scope = module.function(use) or module.tree
    found: list[cst.Call] = []
    body = scope.body if isinstance(scope, cst.FunctionDef) else scope
    for node in walk_same_function(body, cst.Call):
        match node:
            case cst.Call(func=cst.Attribute(value=owner, attr=cst.Name("add"))):
                if module.source(owner) == name:
                    found.append(node)
            case cst.Call(func=cst.Attribute(value=owner, attr=cst.Name("pop"))):
                if module.source(owner) == name:
                    return [cst.Call(cst.Name("pop"))]
    return found


def _end_of_item(item: cst.BaseExpression, use: cst.CSTNode, module: Module) -> End | None:
    value = value_at(item, use, module) if isinstance(item, (cst.Name, cst.Attribute)) else item
    return end(value, module) if isinstance(value, cst.Call) else None


def _end_of_tensor(
    tensor: cst.BaseExpression, use: cst.CSTNode, module: Module, depth: int
) -> End | None:
    """The layer that gave a symbolic tensor."""
    value = expression_behind(tensor, use, module)
    match value:
        case cst.List(elements=[cst.Element(value=item)]) if depth > 0:
            return _end_of_tensor(item, use, module, depth - 1)
        case cst.Name() if depth > 0:
            return _end_of_tensor(value, use, module, depth - 1)
        case cst.Call(func=cst.Call() as made):
            return end(made, module)
        case cst.Call(func=cst.Name() | cst.Attribute() as name):
            operation = _end_of_operation(value, module)
            if operation is not None:
                return operation
            bound = value_at(name, value, module)
            return end(bound, module) if isinstance(bound, cst.Call) else None
    return None


def _end_of_operation(value: cst.BaseExpression, module: Module) -> End | None:
    """A function that makes probabilities of what the last layer gives: `tf.nn.softmax(x)`."""
    if not isinstance(value, cst.Call):
        return None
    name = module.operation(value) or _activation(value.func, module)
    return End(value, name, None, module) if name in PROBABILITIES else None


def end(made: cst.Call, module: Module) -> End | None:
    """What is known of a layer, of which the call makes one: `Dense(10)` is linear."""
    name = module.keras(made.func) or ""
    if name == "layers.TimeDistributed" and made.args:
        inner = made.args[0].value
        return end(inner, module) if isinstance(inner, cst.Call) else None
    if name == "layers.Softmax":
        return End(made, "softmax", None, module) if not made.args else None
    if name == "layers.Activation":
        kind = _activation(bind(made, ("activation",)).get("activation"), module)
        return End(made, kind, None, module) if kind is not None else None
    if name not in ACTIVATION_PLACES or any(each.star for each in made.args):
        return None
    names = ["units"] + ["" for _ in range(ACTIVATION_PLACES[name] - 1)] + ["activation"]
    given = bind(made, tuple(names))
    kind = _activation(given.get("activation"), module)
    units = given.get("units") or given.get("filters")
    count = literal(units) if units is not None and name != "layers.EinsumDense" else None
    known = count if isinstance(count, int) else None
    return End(made, kind, known, module) if kind is not None else None


def _activation(given: cst.BaseExpression | None, module: Module) -> str | None:
    """The name of an activation: `"linear"` where none is given, None where it is unknown."""
    if given is None or is_name(given, "None"):
        return "linear"
    value = literal(given)
    if isinstance(value, str):
        return value
    if value is not NOT_LITERAL:
        return None
    head, _, name = (module.keras(given) or "").rpartition(".")
    tf = module.tf(given) or ""
    if head == "activations":
        return name
    return tf.rpartition(".")[2] if tf.startswith("nn.") else None
