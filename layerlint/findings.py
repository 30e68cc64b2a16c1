"""What a check yields."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from layerlint.fixes.edit import Fix
    from layerlint.interpret.trace import Step
    from layerlint.model.layer import LayerClass
    from layerlint.model.module import Module
    from layerlint.syntax import cst


class Defect:
    """What is wrong with what: rules that report the same defect let the special one speak.

    `of` is the layer or the module that has the defect, `about` tells its defects apart.
    """

    __slots__ = ("_key",)

    def __init__(self, of: LayerClass | Module, about: Hashable) -> None:
        home: Any = of
        module: Module = getattr(home, "module", home)
        self._key = (module.path, getattr(home, "qualname", ""), about)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Defect) and other._key == self._key

    def __hash__(self) -> int:
        return hash(self._key)


@dataclass(slots=True)
class Finding:
    """A violation of a rule at a node, before it is located, suppressed or reported.

    `message` names a template of the rule's `[messages]`, `fields` fill it. `module` is the module
    of `node` where that is not the module being checked. `defect` identifies the underlying defect,
    for rules that yield to a more specific one. `generations` narrows the rule's. `halts` is unset
    where the code goes on all the same on the generations of the check's `halts_on`.
    """

    node: cst.CSTNode
    message: str = "default"
    fields: Mapping[str, object] = field(default_factory=dict)
    fix: Fix | None = None
    trace: tuple[Step, ...] = ()
    module: Module | None = None
    defect: Defect | None = None
    generations: frozenset[int] | None = None
    halts: bool = True
