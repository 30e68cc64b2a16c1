"""What is known of an expression as a tensor, once the interpreter has evaluated it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from layerlint.interpret.tensors import attributes
from layerlint.interpret.tensors.algebra import combined, common, static_shape
from layerlint.interpret.tensors.calls import call_fact
from layerlint.interpret.tensors.fact import PYTHON, UNKNOWN, Fact, join
from layerlint.interpret.tensors.subscripts import subscript
from layerlint.interpret.values import Value, fact_of, parts_of, with_fact
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, literal, self_attribute
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.interpret.frames import Frame
    from layerlint.interpret.run import Run

# Of a layer: what its tensors are cast to.
_COMPUTE_DTYPE = frozenset({"compute_dtype", "_compute_dtype"})


def noted(node: cst.CSTNode, value: Value, frame: Frame, run: Run) -> Value:
    """`value`, that of `node`, with what is known of it as a tensor; it is put down as well."""
    transfer = _TRANSFERS.get(type(node))
    if transfer is None:
        run.note_fact(node, fact_of(value))
        return value
    fact = transfer(node, value, frame, run)
    run.note_fact(node, fact)
    return with_fact(value, fact)


def ask_size(test: cst.CSTNode, frame: Frame, run: Run) -> None:
    """`x.shape[0] or ...`: the code knows that the size may be None."""
    if run.fact(test).size is not None or is_name(test, "batch_size"):
        run.note_size_tested(frame)


def ask_type(test: cst.CSTNode, frame: Frame, run: Run) -> None:
    """A test is passed: what it asks of sizes is noted, what it doubts of types is forgotten."""
    if run.fact(test).size is not None:
        run.note_size_tested(frame)
    for node in walk_kinds(test, cst.Call):
        if is_name(node.func, "isinstance") and node.args:
            for name in walk_kinds(node.args[0].value, cst.Name):
                if name.value in frame.names:
                    frame.names[name.value] = with_fact(frame.names[name.value], UNKNOWN)


def keep_facts(traced: Mapping[str, Value], frame: Frame) -> None:
    """Of the locals, let hold what is known of them at the end of the side that is traced."""
    for name, value in frame.names.items():
        if name in traced and traced[name] is not value:
            frame.names[name] = with_fact(value, fact_of(traced[name]))


def augmented(node: cst.AugAssign, value: Value, run: Run) -> Value:
    """`value`, that of `target op= value`, with what is known of it as a tensor."""
    fact = _operation(node.operator, [run.fact(node.target), run.fact(node.value)], value)
    run.note_fact(node, fact)
    return with_fact(value, fact)


def _attribute(node: cst.Attribute, value: Value, frame: Frame, run: Run) -> Fact:
    name = self_attribute(node, frame.self_name)
    if node.attr.value in _COMPUTE_DTYPE:
        return Fact("python", dtype="compute")
    if name is not None:
        written = run.version((name,)) > 0
        return fact_of(value) if written else attributes.own_attribute(name, run)
    owner = run.fact(node.value)
    attribute = node.attr.value
    if attribute == "shape" and owner.kind != "python":
        return static_shape(owner)
    if attribute == "dtype":
        return replace(
            PYTHON, dtype=owner.dtype, generations=owner.generations, origin=owner.origin
        )
    if attribute in ("ndim", "name"):
        return PYTHON
    if attribute == "T" and owner.is_tensor:
        return replace(owner, batch=False, steps=False, whole=False)
    return fact_of(value)


def _subscript(node: cst.Subscript, value: Value, frame: Frame, run: Run) -> Fact:
    return subscript(node, frame, run)


def _binary(node: cst.BinaryOperation, value: Value, frame: Frame, run: Run) -> Fact:
    return _operation(node.operator, [run.fact(node.left), run.fact(node.right)], value)


def _operation(operator: cst.CSTNode, facts: Sequence[Fact], value: Value) -> Fact:
    """The fact of `value`, which a binary operator makes of its operands."""
    fact = _operated(operator, facts)
    # Lists that are joined: their parts are known one by one.
    joined = parts_of(value) and fact.kind == "python" and fact.size is None
    return fact_of(value) if joined else fact


def _operated(operator: cst.CSTNode, facts: Sequence[Fact]) -> Fact:
    result = combined(facts)
    if isinstance(operator, (cst.Divide, cst.DivideAssign)) and result.dtype == "int":
        result = replace(result, dtype=None)
    lists_too = isinstance(operator, (cst.Add, cst.AddAssign, cst.Multiply, cst.MultiplyAssign))
    unsure = {fact.kind for fact in facts} == {"input", "unknown"}
    # Two structures of tensors can be joined, and one repeated.
    return replace(result, kind="input") if lists_too and unsure else result


def _unary(node: cst.UnaryOperation, value: Value, frame: Frame, run: Run) -> Fact:
    fact = run.fact(node.expression)
    if not isinstance(node.operator, cst.Not):
        return fact
    ask_size(node.expression, frame, run)
    return Fact("python", truth=None if fact.truth is None else not fact.truth)


def _boolean(node: cst.BooleanOperation, value: Value, frame: Frame, run: Run) -> Fact:
    ask_size(node.left, frame, run)
    facts = [run.fact(node.left), run.fact(node.right)]
    decided = isinstance(node.operator, cst.Or)
    if any(fact.truth is decided for fact in facts):
        return Fact("python", truth=decided)
    return replace(join(facts), truth=None)


def _conditional(node: cst.IfExp, value: Value, frame: Frame, run: Run) -> Fact:
    ask_size(node.test, frame, run)
    return fact_of(value)


def _comparison(node: cst.Comparison, value: Value, frame: Frame, run: Run) -> Fact:
    facts = [run.fact(node.left)]
    python = equality = False
    for target in node.comparisons:
        facts.append(run.fact(target.comparator))
        operator = target.operator
        python |= isinstance(operator, (cst.Is, cst.IsNot, cst.In, cst.NotIn))
        equality |= isinstance(operator, (cst.Equal, cst.NotEqual))
        constant = literal(target.comparator)
        python |= constant is None or isinstance(constant, str)
        python |= isinstance(constant, bool) and not any(fact.is_tensor for fact in facts)
    if any(fact.size == "batch" for fact in facts):
        run.note_size_tested(frame)
        # No tensor equals None.
        return PYTHON if all(fact.kind == "python" for fact in facts) else UNKNOWN
    if facts[0].given and len(node.comparisons) == 1:
        only = node.comparisons[0]
        if isinstance(only.operator, (cst.Is, cst.IsNot)) and literal(only.comparator) is None:
            return Fact("python", truth=isinstance(only.operator, cst.IsNot))
    if python or not any(fact.may_be_tensor for fact in facts):
        unknown = any(fact.kind == "unknown" for fact in facts) and not python
        return UNKNOWN if unknown else PYTHON
    certain = any(fact.is_tensor for fact in facts)
    if not certain and not any(
        isinstance(literal(side), (int, float)) for side in _comparators(node)
    ):
        return UNKNOWN
    shared = common(facts)
    # Where shapes do not fit, `==` is one answer for all.
    fits = not equality or all(fact.steps or fact.kind == "python" for fact in facts)
    batch, steps = shared.batch and fits, shared.steps and fits
    return Fact("tensor", batch=batch, dtype="bool", mask=True, steps=steps)


def _comparators(node: cst.Comparison) -> list[cst.BaseExpression]:
    return [node.left, *(target.comparator for target in node.comparisons)]


def _display(node: cst.Tuple | cst.List, value: Value, frame: Frame, run: Run) -> Fact:
    starred = [isinstance(element, cst.StarredElement) for element in node.elements]
    if not any(starred):
        return fact_of(value)
    first = run.fact(node.elements[0].value)
    begins = starred[0] and first.size == "shape"
    if begins or (not starred[0] and first.size == "batch"):
        return Fact("python", size="shape")
    return PYTHON


def _python(node: cst.CSTNode, value: Value, frame: Frame, run: Run) -> Fact:
    return PYTHON


_TRANSFERS: dict[type[cst.CSTNode], Callable[[Any, Value, Frame, Run], Fact]] = {
    cst.Attribute: _attribute,
    cst.Subscript: _subscript,
    cst.Call: call_fact,
    cst.BinaryOperation: _binary,
    cst.UnaryOperation: _unary,
    cst.BooleanOperation: _boolean,
    cst.Comparison: _comparison,
    cst.IfExp: _conditional,
    **dict.fromkeys((cst.Tuple, cst.List), _display),
    **dict.fromkeys((cst.Imaginary, cst.FormattedString, cst.ConcatenatedString), _python),
}
