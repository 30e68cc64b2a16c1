import numpy as np
import tensorflow as tf

from layerlint.proof import Observation


def observe(module, keras):
    model = module.Tame()
    x = tf.ones((4, 3))
    model(x)
    before = model.get_weights()
    module.step(model, keras.optimizers.SGD(1.0), x, 50.0 * tf.ones((4, 1)))
    pairs = zip(before, model.get_weights(), strict=True)
    moved = float(np.sqrt(sum(np.square(old - new).sum() for old, new in pairs)))
    return Observation(
        moved > 0.01, f"with a norm of at most 0.001, a step of SGD(1.0) moved by {moved:.3g}"
    )
