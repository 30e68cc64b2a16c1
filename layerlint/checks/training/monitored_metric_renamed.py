"""LL158: a callback waits for `val_acc`, and the metric that is compiled is called `accuracy`."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.training._model_makeup import makeup
from layerlint.checks.training._step_results import entries
from layerlint.declaration import check
from layerlint.facts.hooks import CALLBACK_HOOKS
from layerlint.facts.metrics import RENAMED, WATCHER_PARAMETERS
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.model.origins import place_of
from layerlint.project.needs import AllOf, AnyOf, HoldsLayer, Members, Text
from layerlint.queries.callbacks import callbacks
from layerlint.queries.called_functions import calls_on
from layerlint.queries.metric_functions import compiled_with, given_for_outputs
from layerlint.queries.unpacked_mappings import given_to
from layerlint.queries.written_values import written_value
from layerlint.syntax import cst
from layerlint.syntax.matching import called_name, is_name, literal
from layerlint.syntax.walk import walk_kinds

NEEDS = AllOf(
    AnyOf(Text("callbacks"), Text("Callback")),
    AnyOf(
        AllOf(Members("compile"), *map(Text, RENAMED)),
        AllOf("train_step", "test_step", Members("fit"), HoldsLayer()),
    ),
)


@check(Module, needs=NEEDS)
def monitored_metric_renamed(module: Module) -> Iterator[Finding]:
    """Report what is watched, or asked of the logs, where each `compile` says the other name."""
    compiled = _compiled_names(module)
    # Several callbacks may unpack one mapping, in which the monitor stands once.
    places = dict((*_monitors(module), *_asked(module)))
    for place, watched in places.items():
        score = watched.removeprefix("val_")
        called = RENAMED.get(score)
        if called is None or compiled is None or called not in compiled or score in compiled:
            continue
        right = watched.removesuffix(score) + called
        fields = {"watched": watched, "metric": called, "right": right}
        fix = None
        if literal(place) == watched:
            edits = tuple(replace(module, place, module.source(place).replace(score, called)))
            fix = Fix(f"Say `{right}`", edits, "unsafe")
        yield Finding(place, fields=fields, fix=fix)
    yield from _left_out(module)


def _left_out(module: Module) -> Iterator[Finding]:
    """Report what is watched of an evaluation that the model's own step returns in training only.

    What neither of them returns may come from a callback that puts it into the logs.
    """
    layer = _only_fitted(module)
    if layer is None:
        return
    trained, tested = (_returned_names(name, layer) for name in ("train_step", "test_step"))
    if trained is None or tested is None:
        return
    for place, watched in _monitors(module):
        name = watched.removeprefix("val_")
        if name == watched or name not in trained or name in tested or not _counts(place, module):
            continue
        fields = {"watched": watched, "layer": layer.name, "name": name}
        yield Finding(place, "unreturned", fields)


def _only_fitted(module: Module) -> LayerClass | None:
    """The class of all models that the module calls `fit` of, if it is one."""
    made = [makeup(model, module) for _, model in calls_on("fit", module)]
    layers = [each.layer if each is not None else None for each in made]
    return layers[0] if layers and all(each is layers[0] for each in layers) else None


def _returned_names(name: str, layer: LayerClass) -> frozenset[object] | None:
    """The names of what a step of a class returns in any way; None where that is not seen."""
    step = layer.method(name)
    if step is None or not layer.complete:
        return None
    found: set[object] = set()
    for node in step.own_nodes(cst.Return):
        known = entries(node.value, place_of(layer, step))
        if known is None or not all(isinstance(key, str) for key, _ in known):
            return None
        found.update(key for key, _ in known)
    return frozenset(found)


def _counts(place: cst.BaseExpression, module: Module) -> bool:
    """Whether a callback does anything with what it watches: a `ModelCheckpoint` may not."""
    call = next((each for each in module.ancestors(place) if isinstance(each, cst.Call)), None)
    if call is None or called_name(call.func) != "ModelCheckpoint":
        return True
    best = given_to(call, WATCHER_PARAMETERS["ModelCheckpoint"], module).get("save_best_only")
    return best is not None and literal(best) is True


def _compiled_names(module: Module) -> set[str] | None:
    """The strings that models are given as metrics; None where some are something else."""
    found: set[str] = set()
    for call, _ in calls_on("compile", module):
        given = compiled_with(call).get("metrics")
        if given is None:
            continue
        names = [literal(each) for each in given_for_outputs(given, call, module)]
        if not names or not all(isinstance(each, str) for each in names):
            return None
        if isinstance(given, cst.Dict):
            return None  # an output's name stands before that of the metric
        found.update(str(each) for each in names)
    return found or None


def _monitors(module: Module) -> Iterator[tuple[cst.BaseExpression, str]]:
    """What callbacks of Keras are told to watch."""
    for call in walk_kinds(module.tree, cst.Call):
        package, _, name = (module.keras(call.func) or "").rpartition(".")
        if package == "callbacks" and name in WATCHER_PARAMETERS:
            given = given_to(call, WATCHER_PARAMETERS[name], module).get("monitor")
            value = written_value(given, module) if given is not None else None
            if given is not None and isinstance(value, str):
                yield given, value


def _asked(module: Module) -> Iterator[tuple[cst.BaseExpression, str]]:
    """What callbacks of the module ask their logs for: `logs.get("acc")`, which may be None."""
    for callback in callbacks(module):
        for name, method in callback.methods.items():
            if name not in CALLBACK_HOOKS or not method.params.params:
                continue
            logs = method.params.params[-1].name.value
            for call in walk_kinds(method.body, cst.Call):
                match call:
                    case cst.Call(
                        func=cst.Attribute(value=owner, attr=cst.Name("get")), args=[asked, *_]
                    ):
                        value = literal(asked.value)
                        if is_name(owner, logs) and isinstance(value, str):
                            yield asked.value, value
