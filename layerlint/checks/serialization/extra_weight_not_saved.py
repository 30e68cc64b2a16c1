"""LL512: a weight that a class adds to a built-in layer is not saved with the model."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.facts.config import SAVES_ITS_OWN
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import insert_at_end_of_body
from layerlint.fixes.spelling import spell
from layerlint.model.config import is_root
from layerlint.model.layer import LayerClass
from layerlint.syntax import cst
from layerlint.syntax.matching import called_name


@check(LayerClass)
def extra_weight_not_saved(layer: LayerClass) -> Iterator[Finding]:
    """Report the first weight of the class's own that the base does not know, once per class."""
    bases = [base for base in layer.keras_bases if base in SAVES_ITS_OWN]
    if not bases or not layer.complete or _saves_itself(layer):
        return
    if "variable_serialization_spec" in layer.attributes:
        return
    known = SAVES_ITS_OWN[bases[0]]
    for weight in layer.all_weights:
        own = weight.method is not None and weight.method.owner is layer
        if not own or weight.of_tensorflow or weight.attribute in known:
            continue
        yield Finding(
            weight.call,
            fields={
                "layer": layer.name,
                "attribute": f"self.{weight.attribute}",
                "base": bases[0].rpartition(".")[2],
                "error": "ValueError" if _has_all_of_base(layer) else "AttributeError",
            },
            fix=_fix(layer),
        )
        return


def _has_all_of_base(layer: LayerClass) -> bool:
    """Whether the weights that the base saves are there: a `build` that does not run the base's
    makes none of them."""
    build = layer.method("build")
    return (
        build is None
        or is_root(build.owner)
        or any(called_name(node.func) == "build" for node in build.own_nodes(cst.Call))
    )


def _saves_itself(layer: LayerClass) -> bool:
    """Whether its own classes say how it is saved: `save_own_variables = Layer.save_own_variables`
    as well."""
    assigned = (each.attribute for base in layer.mro for each in base.class_bindings)
    return layer.method("save_own_variables") is not None or "save_own_variables" in assigned


def _fix(layer: LayerClass) -> Fix:
    """Save and load as every other layer does; what the class does of it already stays."""
    base, imported = spell(layer.module, layer.node, "keras.layers.Layer")
    methods = "\n\n".join(
        f"def {verb}_own_variables(self, store):\n    {base}.{verb}_own_variables(self, store)"
        for verb in ("save", "load")
        if layer.method(f"{verb}_own_variables") is None
    )
    edits = (*imported, *insert_at_end_of_body(layer.module, layer.node, methods))
    return Fix("Save all weights", edits, "unsafe")
