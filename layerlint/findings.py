"""What a check yields, and what it is given."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import libcst as cst

    from layerlint.fixes.edit import Fix
    from layerlint.interpret.trace import Step
    from layerlint.model.layer import LayerClass
    from layerlint.model.module import Module
    from layerlint.model.project import Project


@dataclass(slots=True)
class Finding:
    """A violation of a rule at a node, before it is located, suppressed or reported.

    `message` names a template of the rule's `[messages]`, `fields` fill it. `module` is the module
    of `node` where that is not the module being checked. `defect` identifies the underlying defect,
    for rules that yield to a more specific one. `generations` narrows the rule's.
    """

    node: cst.CSTNode
    message: str = "default"
    fields: Mapping[str, object] = field(default_factory=dict)
    fix: Fix | None = None
    trace: tuple[Step, ...] = ()
    module: Module | None = None
    defect: Hashable = None
    generations: frozenset[int] | None = None


@dataclass(slots=True)
class Context:
    """What a check may ask besides the layer: the configuration and the project."""

    project: Project
    options: Mapping[str, object]

    def generations(self, subject: LayerClass | Module) -> frozenset[int]:
        """The Keras generations (2, 3) that the code of `subject` may run on."""
        return subject.generations
