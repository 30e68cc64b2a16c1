"""Fit and call in training mode: the output shows whether the layer knows."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model, labels = setup(module, keras)
    model.compile("sgd", "mae")
    loss = model.fit(labels, labels, verbose=0).history["loss"][0]
    called = np.asarray(model(labels, training=True))[0, 0]
    return Observation(
        broken=loss < 1e-6,
        detail=f"fit moved the labels by {loss:.2f}, "
        f"and `model(x, training=True)` turned 1 into {called:.2f}",
    )


def unchanged(buggy, fixed, keras):
    seen = []
    for module in (buggy, fixed):
        model, labels = setup(module, keras)
        seen.append(
            np.stack(
                [
                    model.predict(labels, verbose=0),
                    np.asarray(model(labels)),
                    np.asarray(model(labels, training=False)),
                ]
            )
        )
    difference = float(np.abs(seen[0] - seen[1]).max())
    return Observation(
        broken=difference > 1e-6,
        detail=f"predict and calls outside training differ by {difference:.1f}",
    )


def setup(module, keras):
    inputs = keras.Input((4,))
    model = keras.Model(inputs, module.BlurLabels(0.4)(inputs))
    return model, np.eye(4, dtype="float32")
