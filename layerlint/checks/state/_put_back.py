"""Whether what `call` binds to an attribute is only there for a while: `self.kernel = saved`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.model.assignments import assigned, values_of
from layerlint.syntax import cst

if TYPE_CHECKING:
    from layerlint.interpret.effects import AttributeWrite


def puts_back(effect: AttributeWrite) -> bool:
    """Whether a write gives the attribute what it held: `saved = self.kernel; ...`.

    Also in a function that is handed the layer, as a context manager mostly is.
    """
    target = effect.node
    while isinstance(target, (cst.Assign, cst.AssignTarget)):
        target = target.targets[0] if isinstance(target, cst.Assign) else target.target
    function = effect.module.function(effect.node)
    if not isinstance(effect.value, cst.Name) or not isinstance(function, cst.FunctionDef):
        return False
    saved = values_of(effect.value.value, assigned(function, effect.module))
    written = effect.module.source(target)
    return any(effect.module.source(value) == written for value in saved)
