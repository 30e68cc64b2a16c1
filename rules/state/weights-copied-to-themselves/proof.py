"""Train the network for one step, and look at the copy."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    agent = module.agent()
    before = agent.target.get_weights()
    agent.online.compile(keras.optimizers.SGD(0.1), "mse")
    data = np.ones((4, 2), "float32")
    agent.online.fit(data, 9 * data[:, :1], verbose=0)
    after = agent.target.get_weights()
    moved = any(np.abs(a - b).max() > 0 for a, b in zip(after, before, strict=True))
    return Observation(
        moved, f"the copy {'moved' if moved else 'stayed as it was'} when the network was trained"
    )
