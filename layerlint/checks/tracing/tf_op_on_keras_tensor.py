"""LL309: a symbolic Keras tensor is where numbers are computed: in a loss, in TensorFlow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace as replaced

from layerlint.checks.tracing._losses_of_tensors import symbolic_reads, symbolic_reads_of_layers
from layerlint.declaration import check
from layerlint.facts.backend import GONE_FROM_TF_KERAS
from layerlint.facts.operations import ASKED_OF_ANYTHING, KERAS_COUNTERPARTS
from layerlint.facts.tensors import WEIGHT_LAYERS
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.formatting import written
from layerlint.fixes.rewrite import replace, spell
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, ImportsFrom, Members, Row, Text
from layerlint.project.words import Words, has_row
from layerlint.queries import functional_graph
from layerlint.queries.functional_graph import FunctionalGraph
from layerlint.queries.functional_scope import ENDS
from layerlint.queries.traced_code import short
from layerlint.syntax import cst
from layerlint.syntax.matching import dotted
from layerlint.syntax.walk import end_in_order, walk, walk_kinds

# What a file says itself when it builds a model: what a graph begins with, that Keras or a module
# of the project is behind its names, and that TensorFlow is meant.
_BEGINNINGS = ENDS | {"Input"} | {name.removeprefix("layers.") for name in WEIGHT_LAYERS}
NEEDS = AllOf(
    functional_graph.NEEDS,
    AnyOf(Text("keras"), Row("from", ".")),
    AnyOf(ImportsFrom("tensorflow"), Members("compile")),
)
_KEYWORDS = frozenset({"axis", "keepdims"})


@check(Module, needs=NEEDS, tests=True)
def tf_op_on_keras_tensor(module: Module) -> Iterator[Finding]:
    """Report the functions in which TensorFlow is given symbolic tensors of the functional API."""
    for function, tensor in symbolic_reads(module):
        fields = {"function": function.name.value, "tensor": tensor.value}
        yield Finding(tensor, "loss", fields, generations=frozenset({2, 3}))
    for layer, tensor in symbolic_reads_of_layers(module):
        fields = {"layer": layer.name, "tensor": tensor.value}
        yield Finding(tensor, "layer", fields, generations=frozenset({2, 3}))
    if not (_begins(module) and _imports_tensorflow(module)):
        return
    homes: dict[cst.FunctionDef | None, list[Finding]] = {}
    for finding in _found(module):
        homes.setdefault(module.function(finding.node), []).append(finding)
    for first, *others in homes.values():
        yield _with(first, others) if others else first


def _with(first: Finding, others: Sequence[Finding]) -> Finding:
    """One for a function, which fails as a whole: its first call raises."""
    fixes = [finding.fix for finding in (first, *others) if finding.fix is not None]
    edits = dict.fromkeys(edit for fix in fixes for edit in fix.edits)
    title = fixes[0].title if len(fixes) == 1 else "Call `keras.ops` in all of the function"
    return replaced(
        first,
        message="several" if first.message == "default" else "several-methods",
        fields={
            **first.fields,
            "others": "one more call" if len(others) == 1 else f"{len(others)} more calls",
        },
        fix=Fix(title, tuple(edits), "unsafe") if fixes else None,
    )


def _found(module: Module) -> Iterator[Finding]:
    """Every call that is given a symbolic tensor and cannot take it, in the order they run."""
    told: set[cst.CSTNode] = set()
    for call, argument in sorted(
        FunctionalGraph(module).applied(), key=lambda each: end_in_order(each[0])
    ):
        if isinstance(call.func, cst.Attribute) and call.func.value is argument:
            edits = replace(module, call, f"{written(module, argument)}.shape")
            fix = None if _is_chained(call, module) else Fix("Read `shape`", tuple(edits), "unsafe")
            yield Finding(call, "method", {"tensor": short(module, argument)}, fix=fix)
            continue
        name = module.tf(call.func)
        if not _takes_no_keras_tensor(call, name, module):
            continue
        # What is around a call that raises is never reached: one expression, one diagnostic.
        if any(inner in told for inner in walk(call)):
            continue
        told.add(call)
        fields = {"function": module.source(call.func), "tensor": short(module, argument)}
        yield Finding(call, fields=fields, fix=_fix(call, name, module))


def _takes_no_keras_tensor(call: cst.Call, name: str | None, module: Module) -> bool:
    """Whether a function is TensorFlow's, or of its Keras's old backend, and computes something."""
    backend = module.keras(call.func)
    old = backend is not None and backend.startswith("backend.")
    if name is None and not old:
        return False
    if not ASKED_OF_ANYTHING.isdisjoint({name, backend, (name or "").partition(".")[0]}):
        return False
    if old and (backend or "").rpartition(".")[2] in GONE_FROM_TF_KERAS:
        return False  # reported as gone, whatever it is given
    if old and not (module.resolve(call.func) or "").startswith("tensorflow."):
        return False
    return not _may_be_other(call.func, module)


def _is_chained(call: cst.Call, module: Module) -> bool:
    """Whether a method of the shape is called as well, which a tuple does not have."""
    return isinstance(module.parent(call), cst.Attribute)


def _begins(module: Module) -> bool:
    """Whether the file has the words from which a model of Keras begins."""
    words = Words(module.text.encode("utf-8", "surrogatepass"))
    return not words.all.isdisjoint(_BEGINNINGS) and (
        "keras" in module.text or has_row(words.data, (b"from", b"."))
    )


def _imports_tensorflow(module: Module) -> bool:
    """Whether the file itself says that TensorFlow is meant, rather than another module."""
    nodes: Iterator[cst.Import | cst.ImportFrom]
    nodes = walk_kinds(module.tree, cst.Import, cst.ImportFrom)
    for node in nodes:
        if isinstance(node, cst.ImportFrom):
            names = [node.module] if node.module is not None and not node.relative else []
        else:
            names = [alias.name for alias in node.names]
        if any((dotted(name) or "").partition(".")[0] == "tensorflow" for name in names):
            return True
    return False


def _may_be_other(function: cst.BaseExpression, module: Module) -> bool:
    """Whether the file gets the name from elsewhere, where another backend may be behind it."""
    root = (dotted(function) or "").partition(".")[0]
    targets = module.index.bindings.get(root, ())
    return not all(target.partition(".")[0] == "tensorflow" for target in targets)


def _fix(call: cst.Call, name: str | None, module: Module) -> Fix | None:
    target = KERAS_COUNTERPARTS.get(name or "")
    keywords = {item.keyword.value for item in call.args if item.keyword is not None}
    if target is None or not keywords <= _KEYWORDS or any(item.star for item in call.args):
        return None
    spelled, edits = spell(module, call, f"keras.ops.{target}")
    return Fix(f"Call `{spelled}`", (*replace(module, call.func, spelled), *edits), "unsafe")
