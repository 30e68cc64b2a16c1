import numpy as np
import tensorflow as tf

from layerlint.proof import Observation


def observe(module, keras):
    model = module.Line()
    x = tf.constant([[1.0]])
    model(x)
    model.set_weights([np.zeros((1, 1)), np.zeros(1)])
    big, small = tf.constant([[1000.0]]), tf.constant([[0.0]])
    module.train(model, [(x, big)], 0.1)
    before = float(model(x)[0, 0])
    model.set_weights([np.zeros((1, 1)), np.zeros(1)])
    module.train(model, [(x, big), (x, small)], 0.1)
    moved = float(model(x)[0, 0]) - before
    return Observation(
        moved < 0,
        f"after a large gradient, a small one the other way moved the output by {moved:+.2f}",
    )
