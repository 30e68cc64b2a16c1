"""LL113: `training=...` is passed to `predict` and the like, or to the constructor of a layer."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.facts.members import MODES_OF_METHODS
from layerlint.facts.modes import MODES, mode_of
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import delete_argument
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Members, Row
from layerlint.queries.keras_models import is_keras_model
from layerlint.syntax import cst
from layerlint.syntax.matching import keyword_argument, literal
from layerlint.syntax.walk import walk_kinds

_TOLD = sorted({*MODES_OF_METHODS, *MODES})
NEEDS = AllOf("training", AnyOf(*map(Members, _TOLD)), Row("training", "="))


@check(Module, needs=NEEDS)
def training_argument_to_predict(module: Module) -> Iterator[Finding]:
    """Report the argument where the receiver is known to be a model, or a built-in layer."""
    for node in walk_kinds(module.tree, cst.Call):
        given = keyword_argument(node, "training")
        if given is None:
            continue
        home, _, layer = (module.keras(node.func) or "").rpartition(".")
        if home == "layers" and mode_of(layer) is not None:
            fields = {"layer": layer, "argument": module.source(given)}
            yield Finding(given, "constructor", fields)
            continue
        match node:
            case cst.Call(func=cst.Attribute(value=receiver, attr=cst.Name(value=method))):
                argument = (
                    keyword_argument(node, "training") if method in MODES_OF_METHODS else None
                )
            case _:
                continue
        if argument is None or not is_keras_model(receiver, method, module):
            continue
        mode, asked = MODES_OF_METHODS[method], literal(argument.value)
        other = isinstance(asked, bool) and asked is not mode
        removable = asked is None or asked is mode
        yield Finding(
            argument.value if argument.keyword is None else argument,
            "training-predict" if other and not mode else "default",
            {
                "method": method,
                "mode": "in training mode" if mode else "in inference mode",
                "receiver": module.source(receiver),
            },
            fix=Fix("Drop the argument", tuple(delete_argument(module, node, argument)))
            if removable
            else None,
        )
