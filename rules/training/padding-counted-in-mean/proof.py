import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    logits = np.random.default_rng(1).normal(size=(2, 6, 5)).astype("float32")
    tokens = np.array([[1, 2, 3, 0, 0, 0], [1, 4, 0, 0, 0, 0]])
    short = float(module.token_loss(tokens[:, :3], logits[:, :3]))
    long = float(module.token_loss(tokens, logits))
    detail = f"the same words had a loss of {short:.2f}, and of {long:.2f} with more padding"
    return Observation(abs(short - long) > 0.01, detail)
