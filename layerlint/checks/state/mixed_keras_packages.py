"""LL220: a layer of one Keras package is held by a layer of another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.state._layers_with_weights import holds_weights
from layerlint.declaration import check
from layerlint.facts.namespaces import namespace
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.queries.own_code import own_methods

if TYPE_CHECKING:
    from layerlint.model.sublayers import Sublayer

# Two packages of these are different ones wherever they run.
_DISTINCT = frozenset({"keras", "tf_keras", "keras_core"})


@check(LayerClass)
def mixed_keras_packages(layer: LayerClass) -> Iterator[Finding]:
    """Report the sublayers that come from a package which does not know the class."""
    outer = _package(layer)
    if outer is None:
        return
    own = {method.node for method in own_methods(layer)}
    for sublayer in layer.all_sublayers:
        if sublayer.method is None or sublayer.method.node not in own:
            continue
        inner = _package_of(sublayer)
        if inner is None or not _differ(outer, inner, layer, sublayer):
            continue
        message = _message(sublayer)
        if message is not None:
            yield Finding(
                sublayer.call,
                message,
                {
                    "attribute": sublayer.attribute,
                    "inner": inner,
                    "outer": outer,
                    "kind": layer.kind,
                },
                module=sublayer.module,
            )


def _message(sublayer: Sublayer) -> str | None:
    """What is lost, None for a layer that has neither weights nor a mode."""
    if holds_weights(sublayer):
        return "default"
    return "mode" if sublayer.mode_dependent else None


def _package(layer: LayerClass) -> str | None:
    """The package that the class gets its Keras base from, None where it may be several."""
    if len(layer.keras_bases) != 1 or not layer.complete:
        return None
    candidates = {
        candidate
        for base in layer.mro
        for named in base.header.bases
        for candidate in named.candidates
    }
    packages = {found for name in candidates if (found := namespace(name)) is not None}
    return packages.pop() if len(packages) == 1 else None


def _package_of(sublayer: Sublayer) -> str | None:
    if sublayer.layer is not None:
        return _package(sublayer.layer)
    module = sublayer.module
    name = module.resolve(sublayer.call.func)
    root = module.source(sublayer.call.func).partition(".")[0]
    if name is None or len(module.index.bindings.get(root, ("",))) > 1:
        return None
    return namespace(name)


def _differ(outer: str, inner: str, layer: LayerClass, sublayer: Sublayer) -> bool:
    """Whether the two are certainly not one package."""
    if outer == inner:
        return False
    if {outer, inner} <= _DISTINCT:
        return True
    generations = layer.project.hierarchy.generations
    # Not where the code can run: what it mixes may be why it cannot.
    here = generations.of_name(f"{outer}.layers.Layer", layer.module.index).target
    there = generations.of_name(f"{inner}.layers.Layer", sublayer.module.index).target
    return not here & there
