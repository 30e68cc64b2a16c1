"""The three-worlds result of a class: `call()` interpreted once per world."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from typing import TYPE_CHECKING

from layerlint.interpret import decorations, invocation, statements
from layerlint.interpret.bounds import GaveUp
from layerlint.interpret.by_design import note_design
from layerlint.interpret.effects import Forward, ReachedFunction
from layerlint.interpret.frames import Argument, Callee, Environment, Frame, root_frame
from layerlint.interpret.joining import join
from layerlint.interpret.paths import Unwound
from layerlint.interpret.record import Record
from layerlint.interpret.run import Asked, Run
from layerlint.interpret.tensors.entry import entry_facts
from layerlint.interpret.tensors.fact import UNKNOWN
from layerlint.interpret.values import INPUT, Flag, Value, constant, fact_of, with_fact
from layerlint.interpret.worlds import FLAG, INFER, TRAIN, UNSET, Worlds
from layerlint.syntax.matching import NOT_LITERAL, literal

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method, Parameter
    from layerlint.syntax import cst


# A parameter so named is a mode, which Keras never fills: what it guards is guarded by somebody.
_MODE_PARAMETER = re.compile(
    r"(is_?|in_?)?(train|training|trainning|inference|infer|test|testing|eval|evaluation|predict)"
    r"(_mode|_phase|_flag|_?bool)?\Z|(learn|mode|phase|stage)\Z|learn_.*\Z|learning_phase\Z"
)


def forward(layer: LayerClass) -> Forward:
    """Interpret the `call` that Keras runs on an instance of `layer`.

    A class without a `call` whose source is known has no effects, nor has one whose subclasses have
    to have their own.
    """
    method = layer.call
    if method is None or method.is_static or method.is_abstract:
        return Forward()
    record = Record()
    training = interpret(layer, method, TRAIN, record)
    if training.matters:
        like = _like_unset(method, training, interpret(layer, method, INFER, record))
        if like is None:
            interpret(layer, method, UNSET, record)
        else:
            record.hold(UNSET, as_in=like)
    else:
        record.hold(INFER | UNSET, as_in=TRAIN)
    effects = tuple(
        sorted(
            (effect for effect in record.effects.values() if effect.worlds),
            key=lambda effect: effect.order,
        )
    )
    note_design(layer, effects)
    functions = tuple(
        ReachedFunction(frame.module, frame.node, frame.method, worlds)
        for frame, worlds in record.functions.values()
        if frame.node is not None
    )
    return Forward(effects, functions, record.facts, record.tainted, record.cut, record.steps)


def _like_unset(method: Method, training: Asked, inference: Asked) -> Worlds | None:
    """The world that a direct call does the same as, by what was asked of those; None if neither.

    The flag is the parameter's default there, without one None, and Keras is not in training.
    """
    parameter = method.parameter("training")
    given = None if parameter is None else parameter.default
    default = None if given is None else literal(given)
    if default is True:
        return None if training.phase else TRAIN
    if default is False or (default is None and not inference.exactly):
        return INFER
    return None


def interpret(
    layer: LayerClass,
    method: Method,
    world: Worlds,
    record: Record,
    watched: dict[cst.CSTNode, list[Value]] | None = None,
) -> Asked:
    """Interpret `call` in one world; the values of the nodes in `watched` are put down there.

    Returns what in it depends on which world that is.
    """
    run = Run(layer, world, record, watched)
    frame = root_frame(method, _parameters(method, run))
    try:
        wrapper = _wrapper(method, frame, run)
        if wrapper is not None:
            given = list(_passed(method, frame))
            result = invocation.invoke_value(wrapper, given, method.node, frame, run)
            frame.returned.append(result)
            alive = False
        else:
            with run.inside(frame, None):
                alive = statements.execute(statements.body_of(method.node.body), frame, run)
    except (GaveUp, RecursionError):  # nested too deep is as well too large
        record.tainted = record.cut = True
        record.facts.forget()
    except Unwound:
        pass  # what is around `call` raises
    else:
        if alive:
            frame.returned.append(constant(None))
        _give_back(frame.returned, run)
    finally:
        record.steps += run.steps
        run.close()
    return run.asked


def _wrapper(method: Method, frame: Frame, run: Run) -> Value | None:
    """What a decorator of the project has put around `call`, None where none has."""
    if not method.node.decorators:
        return None
    own = Value(callees=(Callee(method.node, method.module, method),), truth=True)
    found = decorations.decorated(own, method.node, frame, run, method.module)
    plain = [callee.node for callee in found.callees] == [method.node]
    return None if plain or not found.callees else found


def _passed(method: Method, frame: Frame) -> Iterator[Argument]:
    """What Keras gives to a wrapper of `call`: the flag by its name."""
    for parameter in method.parameters:
        if parameter.kind not in ("varargs", "varkw"):
            named = parameter.name == "training" or parameter.kind == "keyword"
            yield Argument(frame.names[parameter.name], parameter.name if named else None)


def _give_back(returned: list[Value], run: Run) -> None:
    """What `call` returns leaves the layer, and with it the draws that it holds."""
    run.sink(join(returned))
    run.record.facts.give_back(fact_of(join(returned)))
    for each in returned:
        run.sink(each)
    for effect in run.draws - run.sunk:
        run.withdraw(effect)


def _parameters(method: Method, run: Run) -> Environment:
    """The locals with which Keras enters `call`."""
    names: Environment = {}
    facts = entry_facts(run.layer, method)
    for parameter in method.parameters:
        if parameter.name == method.self_name:
            names[parameter.name] = Value(path=())
        elif parameter.kind == "varkw":
            # Keras 2 delivers the flag in there; on Keras 3 it never arrives, which is a bug of
            # its own: read as the flag, what it guards counts as guarded.
            mapping: dict[Hashable, Value] = {}
            if not method.takes("training"):
                mapping["training"] = _flag(run)
            names[parameter.name] = Value(mapping=mapping, partial=True, reads=frozenset({INPUT}))
        elif parameter.name == "training":
            names[parameter.name] = _flag_of(parameter, run)
        else:
            derived = bool(_MODE_PARAMETER.match(parameter.name))
            reads = frozenset() if _is_setting(parameter) else frozenset({INPUT})
            entered = Value(derived=derived, reads=reads)
            names[parameter.name] = with_fact(entered, facts.get(parameter.name, UNKNOWN))
    return names


def _is_setting(parameter: Parameter) -> bool:
    """Whether a parameter is a number or a word unless somebody says otherwise, and no tensor."""
    default = literal(parameter.default)
    return isinstance(default, (int, float, str))


def _flag(run: Run) -> Value:
    return Flag(FLAG[run.world], run.asked)


def _flag_of(parameter: Parameter, run: Run) -> Value:
    """The flag; where nobody sets it, the parameter's default."""
    if parameter.default is None:
        return _flag(run)
    default = literal(parameter.default)
    if default is NOT_LITERAL:
        known = run.asked.world() is not UNSET
        return constant(FLAG[run.world], derived=True) if known else Value(derived=True)
    return Flag(FLAG[run.world] if run.world is not UNSET else default, run.asked)
