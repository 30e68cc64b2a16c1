"""Calls: what runs, with which arguments, and what is an effect in itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import libcst as cst

from layerlint.facts.random import random_function, random_generator
from layerlint.interpret import (
    attributes,
    binding,
    container_methods,
    containers,
    expressions,
    known_calls,
    objects,
    python_calls,
    statements,
)
from layerlint.interpret.bounds import ALTERNATIVES
from layerlint.interpret.frames import Argument, Callee, Frame
from layerlint.interpret.gradients import defines_gradient, without_gradient
from layerlint.interpret.library import WRITES, function_write, last
from layerlint.interpret.run import Path, Run, Unwound, dotted_path, function_label
from layerlint.interpret.trace import Step
from layerlint.interpret.values import (
    ANYTHING,
    UNKNOWN,
    Value,
    asked,
    constant,
    join,
    parts_of,
    plain,
    unknown_from,
)
from layerlint.interpret.writes import update_state
from layerlint.model.calls import dotted, is_super_call, keyword
from layerlint.model.methods import parameters_of
from layerlint.model.walk import walk_same_function

# What Keras's own wrapping layers hold (keras 3.15, tf_keras 2.21).
_HELD_BY_WRAPPERS = frozenset({"layer", "cell", "forward_layer", "backward_layer"})
_MAPS = frozenset({"map_structure", "map_fn", "vectorized_map"})


def evaluate_call(node: cst.Call, frame: Frame, run: Run, *, statement: bool = False) -> Value:
    """The value of a call, and its effects.

    A function of the project is asked first, whatever it is called.
    """
    if is_super_call(node):
        return Value(path=("super()",))
    receiver = _receiver(node, frame, run)
    function = _function_value(node, receiver, frame, run)
    if function.callees and not _is_verb(function, node.func, receiver):
        return invoke_value(function, binding.arguments(node, frame, run), node, frame, run)
    name = _name_of(node.func, frame)
    if name is not None:
        special = known_calls.known_call(node, name, frame, run)
        if special is not None:
            return special
    given = binding.arguments(node, frame, run)
    if name is not None:
        computed = python_calls.python_call(node, name, given, frame, run)
        if computed is not None:
            return computed
    made = _object(function, name, given, node, frame, run)
    if made is not None:
        return made
    if name is not None and (operation := function_write(name)) is not None and given:
        written = given[0].value
        if written.path:
            return update_state(node, written.path, operation, given[1:], frame, run, statement)
    if isinstance(node.func, cst.Attribute):
        result = _method_call(node, node.func, receiver, given, frame, run, statement)
        if result is not None:
            return result
    if function.path and _is_held(function.path, run):
        return _sublayer_call(node, function.path, given, frame, run, bypass=False)
    if function.path:
        name = f"self.{dotted_path(function.path)}"
    return _foreign_call(node, name, function, given, frame, run)


def _is_verb(function: Value, node: cst.BaseExpression, receiver: Value) -> bool:
    """Whether `node` itself says what is written: `self.mean.assign`, no other name for it."""
    return isinstance(node, cst.Attribute) and any(
        callee.state == receiver.path and callee.operation == node.attr.value
        for callee in function.callees
    )


def _receiver(node: cst.Call, frame: Frame, run: Run) -> Value:
    """What stands before the dot of a method's call."""
    if not isinstance(node.func, cst.Attribute) or is_super_call(node.func.value):
        return ANYTHING
    return expressions.evaluate(node.func.value, frame, run)


def _object(
    function: Value,
    name: str | None,
    given: list[Argument],
    node: cst.Call,
    frame: Frame,
    run: Run,
) -> Value | None:
    """A call that makes an object of the project, or of an object that can be called."""
    called = function.const
    values = [argument.value for argument in given]
    if isinstance(called, objects.ClassRef | objects.TupleClass):
        return objects.instantiate(called, given, node, frame, run)
    if isinstance(called, objects.Getter) and len(values) == 1:
        return objects.got(called, values[0], node, frame, run)
    if name == "collections.namedtuple" and len(values) >= 2:
        names = plain(values[1])
        words = names.replace(",", " ").split() if isinstance(names, str) else names
        return None if words is UNKNOWN else constant(objects.TupleClass(tuple(words)))
    if name == "types.SimpleNamespace":
        return objects.namespace(given, run)
    if name == "dataclasses.replace" and values and objects.is_object(values[0]):
        return objects.changed_copy(values[0], given[1:], run)
    if name in ("operator.itemgetter", "operator.attrgetter", "operator.methodcaller"):
        return constant(objects.Getter(name.removeprefix("operator."), tuple(given)))
    if objects.is_object(function):
        method = objects.member_of_object(function, "__call__", node, frame, run)
        if method.callees:
            return invoke_value(method, given, node, frame, run)
    return None


def _is_held(path: Path, run: Run) -> bool:
    """Whether the layer holds the thing itself: `self.x`, `self.xs[0]`, no method of them."""
    if not all(part.startswith("[") for part in path[1:]):
        return False
    attribute = run.layer.attributes.get(path[0])
    if attribute is not None and attribute.bindings:
        return True
    return path[0] in _HELD_BY_WRAPPERS


def invoke_value(
    function: Value, given: Sequence[Argument], node: cst.CSTNode, frame: Frame, run: Run
) -> Value:
    """Call what `function` denotes; each of several in turn, any of them may be the one."""
    if len(function.callees) == 1:
        return invoke(function.callees[0], given, node, frame, run)
    if len(function.callees) > ALTERNATIVES:
        run.record.tainted = True
        return unknown_from(function, *(argument.value for argument in given))
    results = []
    before = run.snapshot(frame)
    ends = []
    for callee in function.callees:
        run.restore(frame, before)
        with run.guarded(node, frame, True, function.opaque):
            try:
                results.append(invoke(callee, given, node, frame, run))
            except Unwound:
                continue
        ends.append(run.snapshot(frame))
    if not ends:
        raise Unwound
    run.meet(frame, *ends)
    return expressions.mixed(function, results)


def invoke(
    callee: Callee, given: Sequence[Argument], node: cst.CSTNode, frame: Frame, run: Run
) -> Value:
    """Interpret the body of a function that is called with `given`.

    Raises `Unwound` where every path through it raises.
    """
    function = callee.node
    given = [*callee.given, *given]
    if callee.state is not None:
        position = WRITES[callee.operation]
        rest = given[position:]
        return update_state(node, callee.state, callee.operation, rest, frame, run, False)
    assert function is not None
    inner = Frame(callee.module, function, callee.method, lexical=callee.lexical)
    if callee.bound_to_layer:
        given = [Argument(Value(path=())), *given]
    binding.bind_parameters(parameters_of(function.params), given, inner, callee.defaults)
    entering = function is not (callee.method.node if callee.method else None) or bool(run.trace)
    label = function_label(function, callee.method)
    step = Step(label, node, frame.module) if entering or run.running else None
    with run.inside(inner, step) as entered:
        if not entered:
            return unknown_from(*(argument.value for argument in given))
        if isinstance(function, cst.Lambda):
            return expressions.evaluate(function.body, inner, run)
        raised = len(run.abstract)
        alive = statements.execute(statements.body_of(function.body), inner, run)
    if callee.module.facts(function, _yields):
        return _generated(inner)
    if alive:
        inner.returned.append(constant(None))
    if not inner.returned:
        if len(run.abstract) > raised:
            return ANYTHING
        raise Unwound
    if defines_gradient(callee):
        return join([without_gradient(value) for value in inner.returned])
    return join(inner.returned)


def _yields(function: cst.FunctionDef) -> bool:
    """Whether the function is a generator."""
    return any(True for node in walk_same_function(function.body, cst.Yield))


def _generated(inner: Frame) -> Value:
    """What a generator yields."""
    whole = not inner.doubtful_yields
    merged = asked(*inner.yielded)
    if whole:
        return replace(merged, items=tuple(inner.yielded), kind=Iterator)
    return replace(merged, element=join(inner.yielded))


def _name_of(function: cst.BaseExpression, frame: Frame) -> str | None:
    """The canonical name of what is called; one that does not resolve goes by its spelling."""
    root: cst.CSTNode = function
    while isinstance(root, cst.Attribute):
        root = root.value
    if not isinstance(root, cst.Name) or root.value == frame.self_name:
        return None
    resolved = frame.module.resolve(function)
    if resolved is not None:
        return resolved
    if frame.lookup(root.value) is not None:
        return None
    return dotted(function)


def _function_value(node: cst.Call, receiver: Value, frame: Frame, run: Run) -> Value:
    """What is called; for `super().method`, the method after the running one."""
    if isinstance(node.func, cst.Attribute) and is_super_call(node.func.value):
        owner = frame.owner
        method = run.layer.method_after(owner, node.func.attr.value) if owner else None
        if method is not None:
            callee = Callee(method.node, method.module, method, bound_to_layer=True)
            return Value(callees=(callee,), truth=True)
        return Value(path=("super()", node.func.attr.value))
    if isinstance(node.func, cst.Attribute):
        run.step()
        found = attributes.of_module(node.func, frame, run)
        if found is not None:
            return found
        return attributes.attribute_of(receiver, node.func.attr.value, node.func, frame, run)
    return expressions.evaluate(node.func, frame, run)


def _method_call(
    node: cst.Call,
    function: cst.Attribute,
    receiver: Value,
    given: list[Argument],
    frame: Frame,
    run: Run,
    statement: bool,
) -> Value | None:
    """`receiver.verb(...)` where the receiver's kind gives the verb its meaning."""
    verb = function.attr.value
    if is_super_call(function.value):
        training = keyword(node, "training")
        run.emit(
            "super-call",
            node,
            frame,
            function=verb,
            training=training.value if training is not None else None,
        )
        return unknown_from(*(argument.value for argument in given))
    if objects.is_object(receiver):
        if verb == "_replace":
            return objects.changed_copy(receiver, given, run)
        return None
    found = None
    if receiver.kind is not None or not receiver.path:
        found = container_methods.container_call(receiver, verb, given, function.value, frame, run)
        if found is not None and not receiver.path:
            return found
    if receiver.path:
        result = _on_state(node, verb, receiver.path, given, frame, run, statement)
        return found or result
    return None


def _on_state(
    node: cst.Call,
    verb: str,
    path: Path,
    given: list[Argument],
    frame: Frame,
    run: Run,
    statement: bool,
) -> Value | None:
    """A method of something that the layer holds."""
    if verb in WRITES:
        return update_state(node, path, verb, given[WRITES[verb] :], frame, run, statement)
    if verb == "apply_gradients":
        return update_state(node, path, verb, given, frame, run, statement)
    if verb in ("call", "__call__"):
        return _sublayer_call(node, path, given, frame, run, bypass=verb == "call")
    if verb in ("read_value", "value", "identity"):
        return Value(same=(path, run.version(path)))
    if verb in ("items", "values") and not given:
        inside = Value(path=(*path, "[*]"), reads=frozenset(path[:1]))
        return Value(
            element=Value(items=(ANYTHING, inside), kind=tuple) if verb == "items" else inside
        )
    if verb in container_methods.CHANGES and len(path) == 1:
        for argument in given:
            run.sink(argument.value)
        value = given[-1].node if given else None
        effect = run.emit(
            "attribute-write",
            node,
            frame,
            target=dotted_path(path),
            operation=verb,
            value=value,
        )
        effect.reads |= unknown_from(*(argument.value for argument in given)).reads
        return ANYTHING
    drawn = _generator_draw(node, verb, path, given, frame, run)
    if drawn is not None:
        return drawn
    return None


def _generator_draw(
    node: cst.Call, verb: str, path: Path, given: list[Argument], frame: Frame, run: Run
) -> Value | None:
    """`self.rng.normal(...)` where `self.rng` is a generator object."""
    attribute = run.layer.attributes.get(path[0])
    if attribute is None or len(path) != 1:
        return None
    for bound in attribute.bindings:
        if bound.method is None or not isinstance(bound.value, cst.Call):
            continue
        maker = bound.method.module.resolve(bound.value.func)
        kind = random_generator(maker)
        if kind is not None and verb in kind.draws:
            return _draw(node, f"{kind.name}.{verb}", None, given, frame, run)
    return None


def _draw(
    node: cst.Call,
    name: str,
    seed: cst.BaseExpression | None,
    given: list[Argument],
    frame: Frame,
    run: Run,
) -> Value:
    effect = run.emit("random", node, frame, function=name, seed=seed)
    run.draws[id(node)] = effect
    inner = unknown_from(*(argument.value for argument in given))
    # Its numbers are in the result; whether the result is used decides if anybody notices.
    return replace(inner, draws=inner.draws | {id(node)}, derived=False)


def _sublayer_call(
    node: cst.Call, path: Path, given: list[Argument], frame: Frame, run: Run, *, bypass: bool
) -> Value:
    """A layer (or something else that can be called) that the layer holds."""
    training = keyword(node, "training")
    target = path if not bypass else path[: len(path) - (path[-1] == "call")]
    effect = run.emit(
        "sublayer-call",
        node,
        frame,
        target=dotted_path(target),
        bypass=bypass,
        training=training.value if training is not None else None,
    )
    if effect.sublayer is None:
        effect.sublayer = run.layer.sublayers.get(path[0])
    result = unknown_from(*(argument.value for argument in given))
    return replace(result, derived=False)


def _foreign_call(
    node: cst.Call,
    name: str | None,
    function: Value,
    given: list[Argument],
    frame: Frame,
    run: Run,
) -> Value:
    """A call of something whose body is not known: functions given to it may run."""
    drawn = random_function(name)
    if drawn is not None and name is not None:
        seed = keyword(node, drawn.seed) if drawn.seed else None
        if _rate_is_zero(node, name, given):
            return given[0].value if given else ANYTHING
        return _draw(node, name, seed.value if seed is not None else None, given, frame, run)
    run.emit("call", node, frame, function=name)
    run.risk()
    results = [function, *(argument.value for argument in given)]
    for argument in given:
        containers.share(argument.value, argument.node, frame, run)
    opaque = function.opaque or any(argument.value.opaque for argument in given)
    for argument in given:
        for called in (argument.value, *parts_of(argument.value)):
            if called.callees:
                passed = _rows(node, name, frame, run)
                with run.guarded(node, frame, True, opaque):
                    results.append(invoke_value(called, passed, node, frame, run))
    return unknown_from(*results)


def _rows(node: cst.Call, name: str | None, frame: Frame, run: Run) -> list[Argument]:
    """What `map_structure(f, xs)` and its like give to the function, where that is known."""
    if name is None or last(name) not in _MAPS:
        return []
    values = [
        expressions.evaluate(argument.value, frame, run)
        for argument in node.args[1:]
        if argument.keyword is None and not argument.star
    ]
    return [Argument(containers.elements_of(value)) for value in values]


def _rate_is_zero(node: cst.Call, name: str, given: list[Argument]) -> bool:
    """`tf.nn.dropout(x, rate=0.0)` changes nothing."""
    if "dropout" not in last(name):
        return False
    rate = next((item.value for item in given if item.keyword in ("rate", "level")), None)
    if rate is None and len(given) > 1 and given[1].keyword is None:
        rate = given[1].value
    return rate is not None and rate.known and not rate.const
