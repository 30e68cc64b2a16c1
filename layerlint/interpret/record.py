"""What the runs of a layer's `call` find together."""

from __future__ import annotations

from dataclasses import dataclass, field

from layerlint.interpret.effects import Effect, SublayerCall, SuperCall
from layerlint.interpret.frames import Frame
from layerlint.interpret.tensors.fact import Facts
from layerlint.interpret.worlds import Worlds
from layerlint.syntax import cst

# The kind, the node, those of the calls that lead there, and which attribute it is about.
EffectKey = tuple[type[Effect], cst.CSTNode, tuple[cst.CSTNode, ...], str]


@dataclass(slots=True)
class Record:
    """What every run adds to: the effects by place, the functions reached."""

    effects: dict[EffectKey, Effect] = field(default_factory=dict)
    functions: dict[cst.CSTNode | None, tuple[Frame, Worlds]] = field(default_factory=dict)
    tainted: bool = False
    cut: bool = False
    steps: int = 0
    facts: Facts = field(default_factory=Facts)

    def hold_everywhere(self) -> None:
        """What one run has found holds in every world: nothing asked which it was."""
        everywhere = Worlds.TRAIN | Worlds.INFER | Worlds.UNSET
        for effect in self.effects.values():
            effect.worlds = everywhere if effect.worlds else Worlds.NONE
            effect.opaque = everywhere if effect.opaque else Worlds.NONE
            if isinstance(effect, SublayerCall | SuperCall):
                effect.pinned = everywhere if effect.pinned else Worlds.NONE
        self.functions = {key: (found[0], everywhere) for key, found in self.functions.items()}
