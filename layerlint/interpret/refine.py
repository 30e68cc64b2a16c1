"""What a branch taken tells of the names and attributes that its test asked for."""

from __future__ import annotations

from layerlint.interpret.frames import Frame
from layerlint.interpret.lifting import is_plain
from layerlint.interpret.logic import compare
from layerlint.interpret.run import Run
from layerlint.interpret.values import Value, constant, revised, truth
from layerlint.syntax import cst
from layerlint.syntax.matching import NOT_LITERAL, is_name, literal, self_attribute


def refine(test: cst.CSTNode, taken: bool, frame: Frame, run: Run) -> None:
    """Note that `test` came out `taken`: `if self.a:` makes `self.a` true inside.

    Only names and attributes of the layer are followed, through `not`, `and`, `or` and comparison
    with None; reading them again has no effect of its own.
    """
    if type(test) in (cst.Name, cst.Attribute):
        _note(test, Value(truth=taken), frame, run)
        return
    match test:
        case cst.UnaryOperation(operator=cst.Not(), expression=inner):
            refine(inner, not taken, frame, run)
        case cst.BooleanOperation(left=left, operator=operation, right=right):
            if isinstance(operation, cst.And) is taken:
                refine(left, taken, frame, run)
                refine(right, taken, frame, run)
            elif _known(left, frame, run) is (not taken):
                refine(right, taken, frame, run)
            elif _known(right, frame, run) is (not taken):
                refine(left, taken, frame, run)
        case cst.Comparison(
            left=left, comparisons=[cst.ComparisonTarget(operator=operation, comparator=other)]
        ) if is_name(other, "None"):
            if isinstance(operation, (cst.Is, cst.Equal) if taken else (cst.IsNot, cst.NotEqual)):
                _note(left, Value(const=None), frame, run)
        case cst.Comparison(
            left=left,
            comparisons=[
                cst.ComparisonTarget(
                    operator=cst.Equal() | cst.NotEqual() as operation, comparator=other
                )
            ],
        ) if is_plain(literal(other)):
            _note_choice(
                left, literal(other), taken is isinstance(operation, cst.Equal), frame, run
            )


def _note_choice(node: cst.CSTNode, one: object, equal: bool, frame: Frame, run: Run) -> None:
    """Note that a value is equal to a constant, or that it is not.

    What is equal to 0 or to 1 may be a truth value, which is another object.
    """
    known = _read(node, frame, run)
    if known is None or known.known:
        return
    choices: tuple[object, ...] = tuple(each for each in known.choices if (each == one) is equal)
    if equal and not choices and one not in (0, 1):
        choices = (one,)
    if choices:
        _note(node, Value(truth=known.truth, choices=choices), frame, run)


def _note(node: cst.CSTNode, fact: Value, frame: Frame, run: Run) -> None:
    run.step()  # each `and` of a long row notes what all before it say
    known = _read(node, frame, run)
    if known is None or known.known or known.derived:
        return
    told = revised(known, const=fact.const, truth=fact.truth, choices=fact.choices or known.choices)
    attribute = self_attribute(node, frame.self_name)
    if attribute is not None:
        run.attributes[(attribute,)] = told
    elif isinstance(node, cst.Name) and node.value in frame.names:
        frame.names[node.value] = told


def _known(node: cst.CSTNode, frame: Frame, run: Run) -> bool | None:
    """What a side of `and` or `or` is, where reading it again has no effect."""
    match node:
        case cst.UnaryOperation(operator=cst.Not(), expression=inner):
            known = _known(inner, frame, run)
            return None if known is None else not known
        case cst.Comparison(
            left=left, comparisons=[cst.ComparisonTarget(operator=operation, comparator=other)]
        ) if literal(other) is not NOT_LITERAL:
            value = _read(left, frame, run)
            return (
                None
                if value is None
                else truth(compare(value, operation, constant(literal(other))))
            )
    value = _read(node, frame, run)
    return None if value is None else truth(value)


def _read(node: cst.CSTNode, frame: Frame, run: Run) -> Value | None:
    """The value of a name or an attribute of the layer, None for anything else."""
    attribute = self_attribute(node, frame.self_name)
    if attribute is not None:
        return None if run.layer.method(attribute) else run.state((attribute,))
    return frame.lookup(node.value) if isinstance(node, cst.Name) else None
