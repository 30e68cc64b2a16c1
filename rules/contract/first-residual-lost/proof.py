"""With a feed-forward network that gives zeros, what is left is the attention's."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model = module.Encoder()
    tokens = np.arange(8).reshape(2, 4)
    model(tokens)
    block = model.block
    block.reduce.set_weights([np.zeros_like(each) for each in block.reduce.get_weights()])
    first = model.predict(tokens, verbose=0)
    block.attention.set_weights([3 * each for each in block.attention.get_weights()])
    apart = float(np.abs(model.predict(tokens, verbose=0) - first).max())
    return Observation(
        apart < 1e-6, f"other weights of the attention: the output moved by {apart:.2f}"
    )
