"""Change the last token, and look at the first step, which was to see nothing of it."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model = module.language_model()
    tokens = np.arange(6)[None]
    other = tokens.copy()
    other[0, -1] = 9
    first, changed = (model.predict(each, verbose=0)[0, 0] for each in (tokens, other))
    apart = float(np.abs(first - changed).max())
    return Observation(
        apart > 1e-6, f"another last token changed the first step of the output by {apart:.4f}"
    )


def unchanged(buggy, fixed, keras):
    x = np.random.default_rng(0).normal(size=(2, 5, 8)).astype("float32")
    layers = [module.SelfAttention(2, 4) for module in (buggy, fixed)]
    outputs = [layer(x) for layer in layers]
    layers[1].set_weights(layers[0].get_weights())
    outputs = [np.asarray(layer(x)) for layer in layers]
    apart = float(np.abs(outputs[0] - outputs[1]).max())
    return Observation(apart > 1e-6, f"the output of a plain call differed by {apart:.1e}")
