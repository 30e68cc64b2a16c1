"""`match`: which case is the first to fit, and what its pattern binds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from layerlint.interpret import (
    assignment,
    attributes,
    classes,
    containers,
    expressions,
    objects,
    statements,
)
from layerlint.interpret.frames import Frame
from layerlint.interpret.kinds import ClassRef
from layerlint.interpret.logic import both, compare
from layerlint.interpret.run import Run
from layerlint.interpret.values import Value, asked, constant, parts_of, truth
from layerlint.syntax import cst
from layerlint.syntax.matching import NOT_LITERAL, literal
from layerlint.syntax.walk import walk_same_function

_BUILTIN_CLASSES = {
    f"builtins.{kind.__name__}": kind
    for kind in (bool, int, float, str, bytes, list, tuple, dict, set, frozenset)
}


def match_statement(node: cst.Match, frame: Frame, run: Run) -> bool:
    """Run `match`; False when no path gets behind it."""
    subject = expressions.evaluate(node.subject, frame, run)
    inside = (*parts_of(subject), *objects.contents(subject, run))
    if subject.opaque or any(part.opaque for part in inside):
        statements.note_leaving(node, frame, run)
    alive = _cases(node.cases, subject, node, frame, run)
    assignment.note_choice(node, subject, frame)
    return alive


def _cases(
    cases: Sequence[cst.MatchCase], subject: Value, node: cst.Match, frame: Frame, run: Run
) -> bool:
    """The first case that matches, or the rest: a chain of branches."""
    if not cases:
        return True
    case = cases[0]
    value = _matches(case.pattern, subject, node, frame, run)
    if case.guard is not None and truth(value) is not False:
        value = both(value, expressions.ask(case.guard, frame, run))
    return statements.branch(
        case.pattern,
        value,
        frame,
        run,
        lambda: statements.execute(statements.body_of(case.body), frame, run),
        lambda: _cases(cases[1:], subject, node, frame, run),
    )


def _matches(
    pattern: cst.MatchPattern, subject: Value, node: cst.Match, frame: Frame, run: Run
) -> Value:
    match pattern:
        case cst.MatchSingleton(value=value):
            return compare(subject, cst.Is(), expressions.evaluate(value, frame, run))
        case cst.MatchValue(value=value):
            return compare(subject, cst.Equal(), expressions.evaluate(value, frame, run))
        case cst.MatchAs(pattern=inner, name=name):
            answer = constant(True) if inner is None else _matches(inner, subject, node, frame, run)
            if name is not None and truth(answer) is not False:
                assignment.assign(name, subject, None, node, frame, run)
            return answer
        case cst.MatchOr(patterns=patterns):
            answers = [_matches(one.pattern, subject, node, frame, run) for one in patterns]
            known = [truth(answer) for answer in answers]
            if True in known:
                return constant(True)
            return constant(False) if None not in known else asked(subject)
        case cst.MatchList() | cst.MatchTuple():
            return _sequence(pattern, subject, node, frame, run)
        case cst.MatchMapping():
            return _mapping(pattern, subject, node, frame, run)
        case cst.MatchClass():
            return _class(pattern, subject, node, frame, run)
    return asked(subject)


def _unknown(
    pattern: cst.MatchPattern, subject: Value, node: cst.Match, frame: Frame, run: Run
) -> Value:
    """A pattern that may match: what it binds is some part of the subject."""
    found: Iterator[cst.MatchAs | cst.MatchStar]
    found = walk_same_function(pattern, cst.MatchAs, cst.MatchStar)
    for inner in found:
        if inner.name is not None:
            assignment.assign(inner.name, asked(subject), None, node, frame, run)
    return asked(subject)


def _all(answers: Sequence[Value]) -> Value:
    found = constant(True)
    for answer in answers:
        found = both(found, answer)
    return found


def _sequence(
    pattern: cst.MatchList | cst.MatchTuple, subject: Value, node: cst.Match, frame: Frame, run: Run
) -> Value:
    items = containers.exact(subject)
    if items is None:
        if subject.known and not isinstance(subject.const, tuple):
            return constant(False)
        return _unknown(pattern, subject, node, frame, run)
    parts = pattern.patterns
    stars = [i for i, part in enumerate(parts) if isinstance(part, cst.MatchStar)]
    spare = len(items) - len(parts)
    if (stars and spare < -1) or (not stars and spare):
        return constant(False, derived=subject.derived)
    answers = []
    position = 0
    for part in parts:
        if isinstance(part, cst.MatchStar):
            rest = items[position : position + spare + 1]
            position += spare + 1
            if part.name is not None:
                assignment.assign(part.name, Value(items=rest, kind=list), None, node, frame, run)
        elif isinstance(part, cst.MatchSequenceElement):
            answers.append(_matches(part.value, items[position], node, frame, run))
            position += 1
    return _all(answers)


def _mapping(
    pattern: cst.MatchMapping, subject: Value, node: cst.Match, frame: Frame, run: Run
) -> Value:
    if subject.mapping is None or subject.partial:
        return _unknown(pattern, subject, node, frame, run)
    answers = []
    for element in pattern.elements:
        key = literal(element.key)
        if key is NOT_LITERAL:
            return _unknown(pattern, subject, node, frame, run)
        if key not in subject.mapping:
            return constant(False, derived=subject.derived)
        answers.append(_matches(element.pattern, subject.mapping[key], node, frame, run))
    if pattern.rest is not None:
        named = [literal(element.key) for element in pattern.elements]
        rest = {key: part for key, part in subject.mapping.items() if key not in named}
        assignment.assign(pattern.rest, Value(mapping=rest, kind=dict), None, node, frame, run)
    return _all(answers)


def _class(
    pattern: cst.MatchClass, subject: Value, node: cst.Match, frame: Frame, run: Run
) -> Value:
    kind = _BUILTIN_CLASSES.get(frame.module.resolve(pattern.cls) or "")
    if kind is not None and len(pattern.patterns) <= 1 and not pattern.kwds:
        if subject.known or subject.kind is not None:
            known = type(subject.const) if subject.known else subject.kind
            if not issubclass(known or object, kind):
                return constant(False, derived=subject.opaque)
            # The one that may stand in the parentheses is matched with the whole.
            whole = [_matches(each.value, subject, node, frame, run) for each in pattern.patterns]
            return _all([constant(True, derived=subject.opaque), *whole])
        return _unknown(pattern, subject, node, frame, run)
    wanted = expressions.evaluate(pattern.cls, frame, run).const
    if not isinstance(wanted, ClassRef) or objects.class_of(subject, run) is not wanted:
        return _unknown(pattern, subject, node, frame, run)
    names = classes.field_names(wanted)
    given = [(names[i], part.value) for i, part in enumerate(pattern.patterns) if i < len(names)]
    given += [(part.key.value, part.pattern) for part in pattern.kwds]
    answers = []
    for name, inner in given:
        part = attributes.attribute_of(subject, name, node, frame, run)
        answers.append(_matches(inner, part, node, frame, run))
    return _all(answers)
