"""Calls: what runs, with which arguments, and what is an effect in itself."""

from __future__ import annotations

from layerlint.facts.random import random_function
from layerlint.facts.state_functions import WRITES, function_write
from layerlint.interpret import (
    attributes,
    binding,
    classes,
    container_methods,
    containers,
    expressions,
    invocation,
    keeping,
    known_calls,
    objects,
    presence,
    python_calls,
    raised,
    records,
    state_calls,
)
from layerlint.interpret.effects import FunctionCall, SuperCall
from layerlint.interpret.frames import Argument, Callee, Frame
from layerlint.interpret.kinds import ClassRef, Getter, TupleClass
from layerlint.interpret.lifting import plain
from layerlint.interpret.paths import Path, dotted_path
from layerlint.interpret.run import DICT, Run
from layerlint.interpret.values import (
    ANYTHING,
    UNKNOWN,
    Value,
    asked,
    constant,
    parts_of,
    revised,
    unknown_from,
)
from layerlint.interpret.writes import update_state
from layerlint.syntax import cst
from layerlint.syntax.matching import dotted, is_super_call, keyword, last_part

# What Keras's own wrapping layers hold (keras 3.15, tf_keras 2.21).
_HELD_BY_WRAPPERS = frozenset({"layer", "cell", "forward_layer", "backward_layer"})
_ASKED_ABOUT = (str, bytes, bool, int, list, tuple, dict, set, type(None))
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
        return invocation.invoke_value(
            function, binding.arguments(node, frame, run), node, frame, run
        )
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
        return state_calls.sublayer_call(node, function.path, given, frame, run, bypass=False)
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
    inner = node.func.value
    if (
        isinstance(inner, cst.Attribute)
        and inner.attr.value == "value"
        and node.func.attr.value in WRITES
    ):
        # The variable of the backend behind a weight of Keras 3.
        holder = expressions.evaluate(inner.value, frame, run)
        if holder.path and holder.path[0] in run.layer.weights:
            return holder
        return attributes.attribute_of(holder, "value", inner, frame, run)
    return expressions.evaluate(inner, frame, run)


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
    if callable(called) and getattr(called, "__module__", None) == "_operator":
        return python_calls.computed(called, values)
    if isinstance(called, type) and called in known_calls.NUMBERS.values() and len(values) == 1:
        return known_calls.converted(called, values[0], node, frame, run)
    if isinstance(called, Getter) and called.kind == "ref":
        return called.given[0].value
    if name == "weakref.ref" and values:
        return constant(Getter("ref", tuple(given)))
    if isinstance(called, type) and raised.is_exception(called):
        return raised.new(called, given, run)
    if isinstance(called, ClassRef | TupleClass):
        made = objects.instantiate(called, given, node, frame, run)
        if made is None and isinstance(called, ClassRef) and classes.extends_python(called):
            return revised(asked(*values), picked=True)  # what it changes is not followed
        return made
    if isinstance(called, Getter) and called.kind == "partial":
        return _foreign_or_held(called, given, node, frame, run)
    if isinstance(called, Getter) and len(values) == 1:
        return objects.got(called, values[0], node, frame, run)
    if name == "collections.namedtuple" and len(values) >= 2:
        names = plain(values[1])
        words = names.replace(",", " ").split() if isinstance(names, str) else names
        last = [containers.exact(each.value) for each in given if each.keyword == "defaults"]
        defaults = (last[0] or ()) if last else ()
        return None if words is UNKNOWN else constant(TupleClass(tuple(words), defaults))
    if name == "types.SimpleNamespace":
        return records.namespace(given, run)
    if name == "dataclasses.asdict" and len(values) == 1 and objects.is_object(values[0]):
        return records.as_dictionary(values[0], run)
    if name == "dataclasses.replace" and values and objects.is_object(values[0]):
        return records.changed_copy(values[0], given[1:], node, frame, run)
    if name in ("copy.copy", "copy.deepcopy") and values and objects.is_object(values[0]):
        return records.changed_copy(values[0], [], node, frame, run)
    if name in ("copy.copy", "copy.deepcopy") and values and values[0].identity is not None:
        return containers.copied(values[0], run, deep=name == "copy.deepcopy")
    if name in ("operator.itemgetter", "operator.attrgetter", "operator.methodcaller"):
        return constant(Getter(name.removeprefix("operator."), tuple(given)))
    if objects.is_object(function):
        method = objects.member_of_object(function, "__call__", node, frame, run)
        if method.callees:
            return invocation.invoke_value(method, given, node, frame, run)
    return None


def _foreign_or_held(
    partial: Getter, given: list[Argument], node: cst.Call, frame: Frame, run: Run
) -> Value:
    """A call of `functools.partial(self.layer, training=True)`, or of what nobody knows."""
    function, *first = partial.given
    path = function.value.path or ()
    if path and _is_held(path, run):
        return state_calls.sublayer_call(node, path, [*first, *given], frame, run, bypass=False)
    return _foreign_call(node, None, function.value, [*first, *given], frame, run)


def _is_held(path: Path, run: Run) -> bool:
    """Whether the layer holds the thing itself: `self.x`, `self.xs[0]`, no method of them."""
    if not all(part.startswith("[") for part in path[1:]):
        return False
    attribute = run.layer.attributes.get(path[0])
    if attribute is not None and attribute.bindings:
        return True
    return path[0] in _HELD_BY_WRAPPERS


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
        own = objects.method_above(node.func.attr.value, frame, run)
        return own or Value(path=("super()", node.func.attr.value))
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
    if is_super_call(function.value) and frame.method is None:
        return objects.built_in_above(verb, given, frame, run)
    if is_super_call(function.value):
        told, pinned = keyword(node, "training"), state_calls.pinned(given, run)
        run.emit(SuperCall(node, frame.module, frame.method, verb, told, pinned))
        return unknown_from(*(argument.value for argument in given))
    if objects.is_object(receiver):
        if verb == "_asdict":
            return records.as_dictionary(receiver, run)
        if verb == "_replace":
            return records.changed_copy(receiver, given, node, frame, run)
        return None
    found = None
    if receiver.path and receiver.path[-1] == DICT:
        return presence.of_dictionary(receiver.path[:-1], verb, given, node, frame, run)
    if receiver.kind is not None or not receiver.path:
        found = container_methods.container_call(receiver, verb, given, function.value, frame, run)
        if found is not None and not receiver.path:
            return found
    if receiver.path:
        result = state_calls.on_state(node, verb, receiver.path, given, frame, run, statement)
        return found or result
    return None


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
        if _rate_is_zero(name, given):
            return given[0].value if given else ANYTHING
        return state_calls.draw(node, name, seed, given, frame, run)
    run.emit(FunctionCall(node, frame.module, frame.method, name))
    run.risk()
    opaque = any(argument.value.opaque for argument in given)
    if opaque and not function.path and isinstance(node.func, cst.Attribute):
        keeping.doubt(node.func.value, frame, run)
    results = [function, *(argument.value for argument in given)]
    for argument in given:
        results += objects.contents(argument.value, run)
        containers.share(argument.value, argument.node, frame, run)
    opaque = opaque or function.opaque
    if function.picked and any(argument.value.path == () for argument in given):
        run.record.tainted = True  # what runs may do anything to the layer
    for argument in given:
        for called in (argument.value, *parts_of(argument.value)):
            if called.callees:
                passed = _rows(node, name, frame, run)
                if isinstance(node.func, cst.Attribute) and node.func.attr.value == "callback":
                    passed = given[1:]
                # Whether it is traced, and with which arguments, is not known.
                with run.traced(False), run.guarded(node, frame, True, opaque):
                    results.append(invocation.invoke_value(called, passed, node, frame, run))
    answer = unknown_from(*results)
    # What picks a constant by the flag and asks others about it may get another answer then.
    asked_about = any(v.picked and isinstance(plain(v), _ASKED_ABOUT) for v in results)
    if asked_about or function.picked:
        return revised(answer, picked=True)
    return answer


def _rows(node: cst.Call, name: str | None, frame: Frame, run: Run) -> list[Argument]:
    """What `map_structure(f, xs)` and its like give to the function, where that is known."""
    if name is None or last_part(name) not in _MAPS:
        return []
    values = [
        expressions.evaluate(argument.value, frame, run)
        for argument in node.args[1:]
        if argument.keyword is None and not argument.star
    ]
    return [Argument(containers.elements_of(value)) for value in values]


def _rate_is_zero(name: str, given: list[Argument]) -> bool:
    """`tf.nn.dropout(x, rate=0.0)` changes nothing."""
    if "dropout" not in last_part(name):
        return False
    rate = next((item.value for item in given if item.keyword in ("rate", "level")), None)
    if rate is None and len(given) > 1 and given[1].keyword is None:
        rate = given[1].value
    return rate is not None and rate.known and not rate.const
