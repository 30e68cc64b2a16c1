"""LL206: a tensor of the graph is kept where code outside of the graph finds it."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.state._eager_readers import eager_reader
from layerlint.checks.state._tensors_on_self import kept_tensors
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.queries.loops_by_hand import never_traced
from layerlint.queries.traced_code import eager


@check(LayerClass)
def tensor_stored_on_self(layer: LayerClass) -> Iterator[Finding]:
    """Report tensors that `call` keeps for a later call, or for a method that it does not run."""
    if eager(layer):
        return
    found = list(kept_tensors(layer))
    if not found or never_traced(layer):
        return  # eagerly a tensor has its value, and a later call can compute with it
    for kept in found:
        reader = None if kept.carried else eager_reader(layer, kept.attribute)
        if not kept.carried and reader is None:
            continue
        fields = {"path": kept.place.path, "attribute": kept.attribute, "reader": reader}
        yield Finding(
            kept.place.node,
            "carried" if kept.carried else "default",
            fields,
            trace=kept.place.trace,
            module=kept.place.module,
        )
