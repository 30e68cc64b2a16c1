"""LL302: a tensor is turned into a NumPy array or a Python number in `call`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.tracing._compared_with_numpy import converted_in_losses
from layerlint.checks.tracing._numpy_counterparts import counterpart
from layerlint.declaration import check
from layerlint.facts.members import LOOPS, STEPS
from layerlint.facts.numpy import WITHOUT_VALUES
from layerlint.findings import Finding
from layerlint.interpret.tensors.fact import Fact
from layerlint.model.assignments import assigned
from layerlint.model.layer import LayerClass
from layerlint.model.methods import Method
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, HoldsLayer, Members, Text
from layerlint.queries.loops_by_hand import hands_to_graphs, never_traced
from layerlint.queries.traced_code import label, nodes_of, short, traced
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, is_super_call, self_attribute
from layerlint.syntax.walk import around, innermost, is_below, walk_same_function

if TYPE_CHECKING:
    from layerlint.interpret.tensors.fact import EnteredFunction, Facts

# Packages whose functions work on arrays.
_ARRAY_PACKAGES = ("scipy.", "cv2.", "sklearn.", "skimage.")
_EAGER = ("run_eagerly", "executing_eagerly", "run_functions_eagerly")
_METHODS = frozenset({"numpy", "item", "tolist"})
# Converted by AutoGraph on Keras 2.
_TRANSLATED = frozenset({"builtins.float", "builtins.int", "builtins.len"})
_PYTHON = _TRANSLATED | {
    *("builtins.bool", "builtins.round", "builtins.complex"),
    *("builtins.max", "builtins.min"),  # they compare, and ask which is greater
}


_ARRAYS = AnyOf(Text("numpy"), "scipy", "sklearn")
NEEDS = AnyOf(HoldsLayer(), AllOf(Members("compile"), _ARRAYS))


@check(LayerClass, Module, needs=NEEDS)
def numpy_conversion_in_call(subject: LayerClass | Module) -> Iterator[Finding]:
    """Report every conversion of a certain tensor in code that `call` runs, or a loss."""
    if isinstance(subject, Module):
        yield from converted_in_losses(subject, _ARRAY_PACKAGES)
        return
    found = [*_in_call(subject), *_in_steps(subject)]
    # Who runs the layer is asked of all of the project: last.
    if found and not never_traced(subject):
        yield from found


def _in_call(layer: LayerClass) -> Iterator[Finding]:
    for function in traced(layer, careful=False):
        for node in nodes_of(function, cst.Call):
            finding = _finding(node, function, layer.values)
            if finding is None or _is_printed_on_request(node):
                continue
            # Whoever asks a tensor for its value there has only ever run the code as Python does.
            if finding.message != "method" or hands_to_graphs(layer):
                yield finding


def _is_printed_on_request(node: cst.CSTNode) -> bool:
    """Whether a value is only printed, where a test says so: who debugs runs the code eagerly."""
    test = innermost(node, cst.If, cst.FunctionDef)
    return isinstance(test, cst.If) and any(
        is_name(call.func, "print") and is_below(call, test) for call in around(node, cst.Call)
    )


def _in_steps(layer: LayerClass) -> Iterator[Finding]:
    """`loss.numpy()` in `train_step` and its like, which `fit` compiles unless told otherwise."""
    module = layer.module
    if layer.kind != "model" or any(map(module.says, _EAGER)):
        return
    for name in STEPS:
        method = layer.methods.get(name)
        if method is None or method.module is not module or method.decorators:
            continue
        if _runs_itself(layer, name):
            continue
        for node in walk_same_function(method.node.body, cst.Call):
            match node:
                case cst.Call(func=cst.Attribute(value=owner, attr=cst.Name(value=verb)), args=[]):
                    if verb == "numpy" or (verb == "get_weights" and _has_weights(owner, method)):
                        path = f"{layer.name}.{name}"
                        fields = {"tensor": short(module, owner), "function": verb, "path": path}
                        yield Finding(node, "method", fields, module=module)


def _has_weights(owner: cst.BaseExpression, step: Method) -> bool:
    """Whether it is the model itself, or a layer or model that it holds."""
    held = self_attribute(owner, step.self_name)
    return is_name(owner, step.self_name) or held in step.owner.sublayers


def _runs_itself(layer: LayerClass, step: str) -> bool:
    """Whether a loop of the class's own, in the place of Keras's, runs the step as Python does."""
    own = [layer.method(loop) for loop in LOOPS]
    return any(
        method is not None
        and not method.decorators
        and not any(is_super_call(node.value) for node in method.own_nodes(cst.Attribute))
        and any(
            self_attribute(node.func, method.self_name) == step
            for node in walk_same_function(method.node.body, cst.Call)
        )
        for method in own
    )


def _finding(call: cst.Call, function: EnteredFunction, values: Facts) -> Finding | None:
    module, path = function.module, label(function)
    match call.func:
        case cst.Attribute(value=owner, attr=cst.Name(value=verb)) if verb in _METHODS:
            if _needs(values.of(owner)) and not call.args:
                fields = {"tensor": short(module, owner), "function": verb, "path": path}
                return Finding(call, "method", fields, module=module)
    name = module.resolve(call.func)
    tensor = next((item.value for item in call.args if _needs(values.of(item.value))), None)
    if name is None or tensor is None:
        return None
    fields = {"tensor": short(module, tensor), "path": path}
    if name.startswith("numpy.") and not name.startswith("numpy.random."):
        if name.rpartition(".")[2] in WITHOUT_VALUES:
            return None
        fields["function"] = module.source(call.func)
        fix = counterpart(call, name, module)
        return Finding(call, "numpy", fields, fix=fix, module=module)
    if name.startswith(_ARRAY_PACKAGES) and values.of(tensor).is_tensor:
        fields["function"] = module.source(call.func)
        return Finding(call, "numpy", fields, module=module)
    if name.startswith("math.") and values.of(tensor).is_tensor:
        fields["function"] = module.source(call.func)
        return Finding(call, "python", fields, fix=counterpart(call, name, module), module=module)
    number = name in ("builtins.float", "builtins.int")
    if number and _is_argument(tensor, function):
        return None  # of a batch there is no such number: what is passed is one
    certain = number or values.of(tensor).is_tensor
    if name in _PYTHON and certain and not function.converted:
        fields["function"] = name.rpartition(".")[2]
        only = frozenset({3}) if name in _TRANSLATED else None
        return Finding(call, "python", fields, module=module, generations=only)
    return None


def _is_argument(node: cst.BaseExpression, function: EnteredFunction) -> bool:
    """Whether it is what `call` itself was given, as it came."""
    if not isinstance(node, cst.Name) or function.depth > 1 or function.method is None:
        return False
    parameters = (each.name for each in function.method.parameters)
    return node.value in parameters and not assigned(function.node, function.module).get(node.value)


def _needs(fact: Fact) -> bool:
    """Whether NumPy would ask for the values of a tensor."""
    if fact.eager:
        return False
    return fact.may_be_tensor or any(part.is_tensor for part in fact.items or ())
