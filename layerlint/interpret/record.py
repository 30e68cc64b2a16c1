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

    def hold(self, also: Worlds, *, as_in: Worlds) -> None:
        """What was found in one world holds in others too: nothing told them apart."""
        for effect in self.effects.values():
            effect.worlds |= also if effect.worlds & as_in else Worlds.NONE
            effect.opaque |= also if effect.opaque & as_in else Worlds.NONE
            if isinstance(effect, SublayerCall | SuperCall):
                effect.pinned |= also if effect.pinned & as_in else Worlds.NONE
        self.functions = {
            key: (frame, worlds | also if worlds & as_in else worlds)
            for key, (frame, worlds) in self.functions.items()
        }
