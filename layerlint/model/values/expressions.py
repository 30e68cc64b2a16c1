"""What single expressions are, given what the locals are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import libcst as cst

from layerlint.model.attributes import Attribute
from layerlint.model.calls import NOT_LITERAL, is_name, literal, self_attribute
from layerlint.model.values.algebra import combined, common, element, static_shape
from layerlint.model.values.fact import PYTHON, UNKNOWN, Fact, Values, join
from layerlint.model.values.frames import Frame, Run, bind
from layerlint.model.walk import children, walk_kinds


def evaluate(node: cst.CSTNode, frame: Frame, run: Run) -> Fact:
    """The fact of an expression, noted for it and for all expressions inside."""
    return run.values.record(node, _evaluate(node, frame, run))


def _evaluate(node: cst.CSTNode, frame: Frame, run: Run) -> Fact:
    match node:
        case cst.Name(value=name):
            return frame.lookup(name) or (PYTHON if literal(node) is not NOT_LITERAL else UNKNOWN)
        case cst.Attribute():
            return _attribute(node, frame, run)
        case cst.Subscript():
            from layerlint.model.values.subscripts import subscript

            return subscript(node, frame, run)
        case cst.Call():
            from layerlint.model.values.calls import evaluate_call

            return evaluate_call(node, frame, run)
        case cst.BinaryOperation(left=left, operator=operator, right=right):
            facts = [evaluate(left, frame, run), evaluate(right, frame, run)]
            return _operated(operator, facts)
        case cst.UnaryOperation(operator=operator, expression=operand):
            fact = evaluate(operand, frame, run)
            if not isinstance(operator, cst.Not):
                return fact
            _ask(operand, fact, frame, run)
            return Fact("python", truth=None if fact.truth is None else not fact.truth)
        case cst.BooleanOperation(left=left, right=right):
            facts = [evaluate(left, frame, run), evaluate(right, frame, run)]
            _ask(left, facts[0], frame, run)
            decided = isinstance(node.operator, cst.Or)
            if any(fact.truth is decided for fact in facts):
                return Fact("python", truth=decided)
            return replace(join(facts), truth=None)
        case cst.Comparison():
            return _comparison(node, frame, run)
        case cst.IfExp(test=test, body=body, orelse=orelse):
            tested = evaluate(test, frame, run)
            _ask(test, tested, frame, run)
            if tested.truth is not None:
                return evaluate(body if tested.truth else orelse, frame, run)
            return join([evaluate(body, frame, run), evaluate(orelse, frame, run)])
        case cst.NamedExpr(target=target, value=value):
            fact = evaluate(value, frame, run)
            bind(target, fact, frame)
            return fact
        case cst.Tuple(elements=elements) | cst.List(elements=elements):
            return _display(elements, frame, run)
        case cst.ListComp() | cst.GeneratorExp() | cst.SetComp():
            return _comprehension(node, frame, run)
        case cst.Lambda() | cst.DictComp():
            return UNKNOWN
        case cst.Dict(elements=elements):
            for item in elements:
                evaluate(item.value, frame, run)
            return UNKNOWN
        case cst.Integer() | cst.Float() | cst.SimpleString() | cst.Imaginary():
            return PYTHON
        case cst.FormattedString() | cst.ConcatenatedString():
            return PYTHON
    for child in children(node):
        if isinstance(child, cst.BaseExpression):
            evaluate(child, frame, run)
    return UNKNOWN


def augmented(node: cst.AugAssign, frame: Frame, run: Run) -> Fact:
    """What `target op= value` makes of the target."""
    facts = [evaluate(node.target, frame, run), evaluate(node.value, frame, run)]
    return run.values.record(node, _operated(node.operator, facts))


def _operated(operator: cst.CSTNode, facts: Sequence[Fact]) -> Fact:
    result = combined(facts)
    if isinstance(operator, (cst.Divide, cst.DivideAssign)) and result.dtype == "int":
        result = replace(result, dtype=None)
    lists_too = isinstance(operator, (cst.Add, cst.AddAssign, cst.Multiply, cst.MultiplyAssign))
    unsure = {fact.kind for fact in facts} == {"input", "unknown"}
    # Two structures of tensors can be joined, and one repeated.
    return replace(result, kind="input") if lists_too and unsure else result


def _attribute(node: cst.Attribute, frame: Frame, run: Run) -> Fact:
    name = self_attribute(node, frame.self_name)
    if name is not None:
        run.values.record(node.value, UNKNOWN)
        return _own(name, run)
    owner = evaluate(node.value, frame, run)
    attribute = node.attr.value
    if attribute == "shape" and owner.kind != "python":
        return static_shape(owner)
    if attribute in ("dtype", "ndim", "name"):
        return PYTHON
    if attribute == "T" and owner.is_tensor:
        return replace(owner, batch=False, steps=False, whole=False)
    return UNKNOWN


def _own(name: str, run: Run) -> Fact:
    """An attribute of the layer: a weight, or a shape that `build` stored."""
    weight = run.layer.weights.get(name)
    attribute = run.layer.attributes.get(name)
    if weight is not None and attribute is not None and not weight.in_container:
        if len(attribute.bindings) != 1 or "dtype" in weight.arguments:
            return Fact(kind="tensor", weight=True) if len(attribute.bindings) == 1 else UNKNOWN
        trained = name if weight.trainable else None
        if weight.how == "tf.Variable" or weight.keeps_dtype:
            return Fact("tensor", trained=trained, weight=True)  # nothing casts it
        # Keras 2 casts what is read of it in `call`; a weight of Keras 3 adapts to the other side.
        return Fact(
            "tensor", dtype="compute", generations=frozenset({2}), trained=trained, weight=True
        )
    if attribute is not None and attribute.bindings:
        stored = {_stored(binding.value, binding.method) for binding in attribute.bindings}
        if len(stored) == 1 and (size := stored.pop()) is not None:
            return Fact("python", size="shape" if size == "shape" else "batch")
        return _constant(attribute, run)
    return UNKNOWN


def _constant(attribute: Attribute, run: Run) -> Fact:
    """A float32 tensor that `__init__` or `build` makes and keeps, whatever the policy."""
    binding = attribute.bindings[0]
    method, value = binding.method, binding.value
    if len(attribute.bindings) != 1 or not isinstance(value, cst.Call) or method is None:
        return UNKNOWN
    if method.name not in ("__init__", "build") or attribute.name in run.asked:
        return UNKNOWN
    # What runs there is not traced: what is learned of it stays out of the facts of `call`.
    apart = Run(run.layer, Values(run.layer), asked=run.asked | {attribute.name})
    fact = evaluate(value, Frame(method.module, method.node, method), apart)
    if not fact.is_tensor or fact.dtype != "float32" or fact.origin is None:
        return UNKNOWN
    own = any(node is fact.origin for node in method.own_nodes())
    origin = fact.origin if own else value
    return Fact("tensor", dtype="float32", origin=origin, eager=True)


def _stored(value: cst.BaseExpression | None, method: object) -> str | None:
    """Whether `build` stores the shape it is given (`"shape"`) or its first entry (`"batch"`)."""
    if getattr(method, "name", None) != "build" or value is None:
        return None
    parameters = getattr(method, "positional", [])
    if len(parameters) != 1:
        return None
    name = parameters[0].name
    match value:
        case cst.Name(value=found) if found == name:
            return "shape"
        case cst.Call(func=cst.Name(value="tuple" | "list"), args=[cst.Arg(value=inner)]):
            return "shape" if _stored(inner, method) else None
        case cst.Call(func=cst.Attribute(value=inner, attr=cst.Name(value="as_list"))):
            return "shape" if _stored(inner, method) else None
        case cst.Subscript(value=cst.Name(value=found), slice=[cst.SubscriptElement(slice=index)]):
            if found == name and isinstance(index, cst.Index) and literal(index.value) == 0:
                return "batch"
    return None


def _comparison(node: cst.Comparison, frame: Frame, run: Run) -> Fact:
    facts = [evaluate(node.left, frame, run)]
    python = equality = False
    for target in node.comparisons:
        facts.append(evaluate(target.comparator, frame, run))
        operator = target.operator
        python |= isinstance(operator, (cst.Is, cst.IsNot, cst.In, cst.NotIn))
        equality |= isinstance(operator, (cst.Equal, cst.NotEqual))
        constant = literal(target.comparator)
        python |= constant is None or isinstance(constant, str)
        python |= isinstance(constant, bool) and not any(fact.is_tensor for fact in facts)
    if any(fact.size == "batch" for fact in facts):
        run.values.size_tested.add(id(frame.node))
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


def _ask(test: cst.CSTNode, fact: Fact, frame: Frame, run: Run) -> None:
    """`x.shape[0] or ...`: the code knows that the size may be None."""
    if fact.size is not None or is_name(test, "batch_size"):
        run.values.size_tested.add(id(frame.node))


def _display(elements: Sequence[cst.BaseElement], frame: Frame, run: Run) -> Fact:
    facts = [evaluate(item.value, frame, run) for item in elements]
    starred = [isinstance(item, cst.StarredElement) for item in elements]
    if not any(starred):
        return Fact("python", items=tuple(facts))
    begins = starred[0] and facts[0].size == "shape"
    if begins or (not starred[0] and facts[0].size == "batch"):
        return Fact("python", size="shape")
    return PYTHON


def _comprehension(
    node: cst.ListComp | cst.GeneratorExp | cst.SetComp, frame: Frame, run: Run
) -> Fact:
    before = dict(frame.names)
    part: cst.CompFor | None = node.for_in
    while part is not None:
        run_over = element(evaluate(part.iter, frame, run))
        bind(part.target, run_over, frame)
        for condition in part.ifs:
            evaluate(condition.test, frame, run)
        part = part.inner_for_in
    fact = evaluate(node.elt, frame, run)
    for inner in walk_kinds(node, cst.NamedExpr):
        if isinstance(inner.target, cst.Name) and inner.target.value in frame.names:
            before[inner.target.value] = frame.names[inner.target.value]
    frame.names = before
    return Fact("python", item=fact)
