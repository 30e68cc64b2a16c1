"""Trains on data with mean 5 and looks at the mean that the model learned."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model = _compiled(module, keras)
    x = _features()
    model.fit(x, x.sum(axis=1), epochs=3, batch_size=16, verbose=0)
    learned = float(np.mean(model.normalize.moving_mean))
    detail = (
        f"after 3 epochs on data with mean {x.mean():.1f}, the moving mean of "
        f"`BatchNormalization` is {learned:.1f}"
    )
    return Observation(learned == 0.0, detail)


def unchanged(buggy, fixed, keras):
    x = _features()
    before, after = _compiled(buggy, keras), _compiled(fixed, keras)
    expected, same_weights = before.predict(x, verbose=0), before.get_weights()
    after.predict(x, verbose=0)
    after.set_weights(same_weights)
    difference = float(np.abs(after.predict(x, verbose=0) - expected).max())
    return Observation(difference > 1e-6, f"`predict` differs by {difference:.1f}")


def _compiled(module, keras):
    model = module.Regressor()
    model.compile(optimizer="sgd", loss="mse")
    return model


def _features():
    return np.random.default_rng(0).normal(5.0, 1.0, (64, 4)).astype("float32")
