"""Plays five rounds, and looks at the judge's kernel."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    game = module.TideGame()
    before = np.array(game.judge.get_weights()[0])
    game.play(np.random.default_rng(1).normal(size=(16, 4)).astype("float32"))
    moved = float(np.abs(before - game.judge.get_weights()[0]).max())
    return Observation(broken=moved == 0, detail=f"5 rounds moved the kernel by {moved:.2f}")
