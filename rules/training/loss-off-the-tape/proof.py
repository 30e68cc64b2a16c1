"""Takes a step, and looks at the maker's kernel."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    maker = keras.Sequential([keras.Input((2,)), keras.layers.Dense(3)])
    judge = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    game = module.TideGame(maker, judge, keras.optimizers.SGD(0.1))
    before = maker.get_weights()[0].copy()
    try:
        game.step(np.ones((4, 2), "float32"))
    except ValueError as error:
        return Observation(broken=True, detail=f"the step raised: {str(error)[:40]}")
    moved = float(np.abs(before - maker.get_weights()[0]).max())
    return Observation(broken=moved == 0, detail=f"the step moved the kernel by {moved:.2f}")
