"""LL224: a layer with weights is run, and nobody reads what it returns."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.facts.tensors import WEIGHT_LAYERS
from layerlint.findings import Finding
from layerlint.interpret.effects import FunctionCall, StateUpdate, SublayerCall
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, HoldsLayer, Members, Text
from layerlint.queries.held_values import only_call
from layerlint.syntax import cst
from layerlint.syntax.matching import NOT_LITERAL, keyword, literal, self_attribute
from layerlint.syntax.walk import names_below, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.methods import Method
    from layerlint.model.sublayers import Sublayer

# Their statistics move although nobody reads the result.
_WITH_STATISTICS = frozenset({"layers.BatchNormalization"})
_SET_UP = frozenset({"__init__", "build", "get_config", "compute_output_shape"})


_FUNCTIONAL = AllOf(
    AnyOf(*(Members(name.removeprefix("layers.")) for name in sorted(WEIGHT_LAYERS))), Text(")(")
)


@check(LayerClass, Module, needs=AnyOf(HoldsLayer(), _FUNCTIONAL))
def sublayer_result_unused(subject: LayerClass | Module) -> Iterator[Finding]:
    """Report assignments whose name is bound again, or given up, before anybody reads it."""
    if isinstance(subject, Module):
        yield from _in_functions(subject)
    else:
        yield from _in_call(subject)


def _in_functions(module: Module) -> Iterator[Finding]:
    """Report what functions that put a model together make, and bind over: `x = Dense(4)(y)`."""
    for function in walk_kinds(module.tree, cst.FunctionDef):
        body = function.body
        if not isinstance(body, cst.IndentedBlock) or module.class_of(function) is not None:
            continue
        for block in walk_kinds(body, cst.IndentedBlock):
            for index, statement in enumerate(block.body):
                made = _assigned(statement)
                if made is None or module.function(statement) is not function:
                    continue
                name, call = made
                layer = _made_on_the_spot(call, module)
                if layer is None or name.startswith("_"):
                    continue
                if _lost(name, block, index, module, last=False) is not None:
                    yield Finding(call, "functional", {"layer": layer, "name": name})


def _made_on_the_spot(call: cst.Call, module: Module) -> str | None:
    """How the layer with weights is written that is made and called at once."""
    if not isinstance(call.func, cst.Call):
        return None
    keras = module.keras(call.func.func)
    trained = keras in WEIGHT_LAYERS and keras not in _WITH_STATISTICS
    if not trained or keyword(call.func, "activity_regularizer") is not None:
        return None
    return module.source(call.func.func)


def _in_call(layer: LayerClass) -> Iterator[Finding]:
    method = layer.methods.get("call")
    if method is None or not isinstance(method.node.body, cst.IndentedBlock):
        return
    if not any(node.value for node in walk_kinds(method.node.body, cst.Return)):
        return  # a forgotten return is another rule's
    for block in walk_kinds(method.node.body, cst.IndentedBlock):
        for index, statement in enumerate(block.body):
            made = _assigned(statement)
            if made is None:
                continue
            name, call = made
            attribute = _trained(layer, method, call)
            if attribute is None or name.startswith("_"):
                continue
            lost = _lost(name, block, index, method.module, last=block is method.node.body)
            if lost is not None and _is_used_once(layer, attribute, call.func):
                fields = {"sublayer": method.module.source(call.func), "name": name}
                yield Finding(call, lost, fields)


def _assigned(statement: cst.CSTNode) -> tuple[str, cst.Call] | None:
    match statement:
        case cst.SimpleStatementLine(
            body=[
                cst.Assign(
                    targets=[cst.AssignTarget(target=cst.Name(value=name))],
                    value=cst.Call() as call,
                )
            ]
        ):
            return name, call
    return None


def _trained(layer: LayerClass, method: Method, call: cst.Call) -> str | None:
    """The attribute of the sublayer that is called, or of a loop's, where that is trained."""
    name = self_attribute(call.func, method.self_name)
    if isinstance(call.func, cst.Subscript):
        return _trained_item(method, call.func)
    if name is not None:
        own = layer.sublayers.get(name)
        held = [own] if own is not None and own.container is None else []
    else:
        run = (each.sublayer for each in layer.forward.of(SublayerCall) if each.node is call)
        held = [each for each in run if each is not None]
    names = {each.attribute for each in held}
    return names.pop() if len(names) == 1 and all(map(_learns, held)) else None


def _trained_item(method: Method, item: cst.Subscript) -> str | None:
    """The attribute that holds several layers, of which one with weights is called by its key."""
    name, made = self_attribute(item.value, method.self_name), only_call(item, method.module)
    keras = method.module.keras(made.func) if made is not None else None
    trained = keras in WEIGHT_LAYERS - _WITH_STATISTICS
    if made is None or not trained or keyword(made, "activity_regularizer") is not None:
        return None
    return name


def _learns(held: Sublayer) -> bool:
    """Whether a sublayer has weights that are trained, and does nothing but return."""
    if held.keras in WEIGHT_LAYERS - _WITH_STATISTICS:
        return "activity_regularizer" not in held.arguments
    if held.keras == "Sequential":
        return _is_trained_chain(held.parts)
    own = held.layer
    if own is None or not own.complete or own.call is None:
        return False
    # A layer of the project may do other things besides.
    calls = own.forward.of(FunctionCall)
    if own.forward.of(StateUpdate) or any(each.function == "self.add_loss" for each in calls):
        return False
    return any(weight.trainable for weight in own.all_weights)


def _is_trained_chain(parts: list[Sublayer]) -> bool:
    """Whether all layers are Keras's, with weights among them, and do nothing but return."""
    return any(part.keras in WEIGHT_LAYERS for part in parts) and all(
        (part.keras or "").startswith("layers.")
        and part.keras not in _WITH_STATISTICS
        and "activity_regularizer" not in part.arguments
        and part.keras != "layers.ActivityRegularization"
        for part in parts
    )


def _lost(
    name: str, block: cst.IndentedBlock, index: int, module: Module, *, last: bool
) -> str | None:
    """How a value is lost: bound again, or never read; None where it is read, or may be."""
    mentions = module.facts(block, _mentions).get(name, [])
    behind = bisect_right(mentions, index, key=lambda each: each[0])
    if behind == len(mentions):
        return "unread" if last else None
    following, times = mentions[behind]
    again = times == 1 and _assigned_names(block.body[following]) == [name]
    return "default" if again else None


def _mentions(block: cst.IndentedBlock) -> dict[str, list[tuple[int, int]]]:
    """The statements of a block that mention a name, by their index, and how often each does."""
    found: dict[str, list[tuple[int, int]]] = {}
    for index, statement in enumerate(block.body):
        for name, times in Counter(names_below(statement)).items():
            found.setdefault(name, []).append((index, times))
    return found


def _assigned_names(statement: cst.CSTNode) -> list[str]:
    match statement:
        case cst.SimpleStatementLine(
            body=[cst.Assign(targets=[cst.AssignTarget(target=cst.Name(value=name))])]
        ):
            return [name]
    return []


def _is_used_once(layer: LayerClass, attribute: str, called: cst.BaseExpression) -> bool:
    """Whether nothing else in the class uses the sublayer; one of several, by another key."""
    reads = [each for each in layer.attributes[attribute].reads if each.method.name not in _SET_UP]
    if isinstance(called, cst.Subscript):
        items = [each.method.module.parent(each.node) for each in reads]
        keys = [_key(each) for each in items]
        return NOT_LITERAL not in keys and keys.count(_key(called)) == 1
    return len(reads) == 1


def _key(node: cst.CSTNode | None) -> object:
    """What stands in the brackets, if it is written out."""
    match node:
        case cst.Subscript(slice=[cst.SubscriptElement(slice=cst.Index(value=key))]):
            return literal(key)
    return NOT_LITERAL
