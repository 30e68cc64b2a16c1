"""Calls: what runs, with which arguments, and what is an effect in itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import libcst as cst

from layerlint.facts.random import random_function, random_generator
from layerlint.interpret import expressions, statements
from layerlint.interpret.assignment import dotted_path
from layerlint.interpret.binding import arguments, bind_parameters
from layerlint.interpret.containers import element, elements_of, looked_up, store
from layerlint.interpret.effects import Guard
from layerlint.interpret.frames import Argument, Callee, Frame
from layerlint.interpret.gradients import defines_gradient, without_gradient
from layerlint.interpret.known_calls import known_call
from layerlint.interpret.library import WRITES, function_write, last
from layerlint.interpret.run import Path, Run, function_label
from layerlint.interpret.trace import Step
from layerlint.interpret.values import ANYTHING, Value, constant, join, parts_of, unknown_from
from layerlint.interpret.writes import update_state
from layerlint.model.calls import dotted, is_super_call, keyword
from layerlint.model.methods import parameters_of

# What Keras's own wrapping layers hold (keras 3.15, tf_keras 2.21).
_HELD_BY_WRAPPERS = frozenset({"layer", "cell", "forward_layer", "backward_layer"})
_ADDERS = frozenset({"append", "extend", "add", "insert", "appendleft", "update", "setdefault"})
_MAPS = frozenset({"map", "filter", "map_structure"})
_LIST_CHANGES = _ADDERS | {"pop", "clear", "remove", "popleft"}


def evaluate_call(node: cst.Call, frame: Frame, run: Run, *, statement: bool = False) -> Value:
    """The value of a call, and its effects."""
    if is_super_call(node):
        return Value(path=("super()",))
    name = _name_of(node.func, frame)
    if name is not None:
        special = known_call(node, name, frame, run)
        if special is not None:
            return special
    function = _function_value(node, frame, run)
    given = arguments(node, frame, run)
    if function.callees:
        return invoke_value(function, given, node, frame, run)
    if name is not None and (operation := function_write(name)) is not None and given:
        written = given[0].value
        if written.path:
            return update_state(node, written.path, operation, given[1:], frame, run, statement)
    if isinstance(node.func, cst.Attribute):
        result = _method_call(node, node.func, given, frame, run, statement)
        if result is not None:
            return result
    if function.path and _is_held(function.path, run):
        return _sublayer_call(node, function.path, given, frame, run, bypass=False)
    if function.path:
        name = f"self.{dotted_path(function.path)}"
    return _foreign_call(node, name, function, given, frame, run)


def _is_held(path: Path, run: Run) -> bool:
    """Whether the layer holds the thing itself: `self.x`, `self.xs[0]`, no method of them."""
    if not all(part.startswith("[") for part in path[1:]):
        return False
    attribute = run.layer.attributes.get(path[0])
    if attribute is not None and attribute.bindings:
        return True
    return path[0] in _HELD_BY_WRAPPERS


def guard(test: cst.CSTNode, frame: Frame, value: Value) -> Guard:
    """The guard of what runs only where the unknown `value` of `test` is true."""
    return Guard(test, frame.module, True, value.derived)


def invoke_value(
    function: Value, given: Sequence[Argument], node: cst.CSTNode, frame: Frame, run: Run
) -> Value:
    """Call what `function` denotes; each of several in turn, any of them may be the one."""
    if len(function.callees) == 1:
        return invoke(function.callees[0], given, node, frame, run)
    results = []
    before = run.snapshot(frame)
    ends = []
    for callee in function.callees:
        run.restore(frame, before)
        with run.guarded(node, frame, True, function.derived):
            results.append(invoke(callee, given, node, frame, run))
        ends.append(run.snapshot(frame))
    run.meet(frame, *ends)
    return expressions.mixed(function, results)


def invoke(
    callee: Callee, given: Sequence[Argument], node: cst.CSTNode, frame: Frame, run: Run
) -> Value:
    """Interpret the body of a function that is called with `given`."""
    function = callee.node
    inner = Frame(callee.module, function, callee.method, lexical=callee.lexical)
    given = [*callee.given, *given]
    if callee.bound_to_layer:
        given = [Argument(Value(path=())), *given]
    bind_parameters(parameters_of(function.params), given, inner, callee.defaults)
    entering = function is not (callee.method.node if callee.method else None) or bool(run.trace)
    label = function_label(function, callee.method)
    step = Step(label, node, frame.module) if entering or run.running else None
    with run.inside(inner, step) as entered:
        if not entered:
            return unknown_from(*(argument.value for argument in given))
        if isinstance(function, cst.Lambda):
            return expressions.evaluate(function.body, inner, run)
        alive = statements.execute(statements.body_of(function.body), inner, run)
    if alive:
        inner.returned.append(constant(None))
    if defines_gradient(callee):
        return join([without_gradient(value) for value in inner.returned])
    return join(inner.returned)


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


def _function_value(node: cst.Call, frame: Frame, run: Run) -> Value:
    """What is called; for `super().method`, the method after the running one."""
    if isinstance(node.func, cst.Attribute) and is_super_call(node.func.value):
        owner = frame.owner
        method = run.layer.method_after(owner, node.func.attr.value) if owner else None
        if method is not None:
            callee = Callee(method.node, method.module, method, bound_to_layer=True)
            return Value(callees=(callee,))
        return Value(path=("super()", node.func.attr.value))
    return expressions.evaluate(node.func, frame, run)


def _method_call(
    node: cst.Call,
    function: cst.Attribute,
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
    receiver = expressions.evaluate(function.value, frame, run)
    if receiver.path:
        return _on_state(node, verb, receiver.path, given, frame, run, statement)
    if receiver.mapping is not None and verb in ("get", "pop") and given:
        return _looked_up(receiver, [argument.value for argument in given])
    if isinstance(function.value, cst.Name) and verb in _LIST_CHANGES:
        for argument in given if verb in _ADDERS else ():
            spread = verb in ("extend", "update")
            put = element(argument.value) if spread else argument.value
            store(function.value.value, None, put, frame)
        if verb not in _ADDERS:
            store(function.value.value, None, ANYTHING, frame)
    return None


def _looked_up(receiver: Value, given: list[Value]) -> Value:
    """`kwargs.get("training", default)`."""
    assert receiver.mapping is not None
    key = given[0]
    if key.known and key.const not in receiver.mapping:
        if len(given) > 1:
            return given[1]
        return unknown_from(receiver) if receiver.partial else constant(None)
    found = looked_up(receiver, key)
    if key.known or found is None:
        return unknown_from(receiver) if found is None else found
    return expressions.mixed(key, [found, *given[1:]])


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
    if verb in _LIST_CHANGES and len(path) == 1:
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
    for binding in attribute.bindings:
        if binding.method is None or not isinstance(binding.value, cst.Call):
            continue
        maker = binding.method.module.resolve(binding.value.func)
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
    results = [function, *(argument.value for argument in given)]
    derived = function.derived or any(argument.value.derived for argument in given)
    for argument in given:
        for called in (argument.value, *parts_of(argument.value)):
            if called.callees:
                passed = _rows(node, name, frame, run)
                with run.guarded(node, frame, True, derived):
                    results.append(invoke_value(called, passed, node, frame, run))
    return unknown_from(*results)


def _rows(node: cst.Call, name: str | None, frame: Frame, run: Run) -> list[Argument]:
    """What `map(f, xs)` and its like give to the function; elsewhere that is not known."""
    if name is None or last(name) not in _MAPS:
        return []
    values = [
        (argument.value, expressions.evaluate(argument.value, frame, run))
        for argument in node.args[1:]
        if argument.keyword is None and not argument.star
    ]
    return [Argument(elements_of(each, value, frame, run)) for each, value in values]


def _rate_is_zero(node: cst.Call, name: str, given: list[Argument]) -> bool:
    """`tf.nn.dropout(x, rate=0.0)` changes nothing."""
    if "dropout" not in last(name):
        return False
    rate = next((item.value for item in given if item.keyword in ("rate", "level")), None)
    if rate is None and len(given) > 1 and given[1].keyword is None:
        rate = given[1].value
    return rate is not None and rate.known and not rate.const
