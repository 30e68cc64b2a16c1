"""Compare the two weights, and what the layer makes of data, before training."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    layer, model, data = setup(module, keras)
    difference = float(np.abs(layer.query.numpy() - layer.key.numpy()).max())
    output = float(np.abs(model.predict(data, verbose=0)).max())
    return Observation(
        broken=difference == 0.0,
        detail=f"`query` and `key` differ by {difference:.2f} at most, "
        f"so that their difference on random data is at most {output:.2f}",
    )


def unchanged(buggy, fixed, keras):
    seen = []
    for module in (buggy, fixed):
        layer, model, data = setup(module, keras)
        names = [weight.name for weight in layer.weights]
        layer.set_weights([np.full((4, 3), 0.5), np.full((4, 3), 0.2)])
        model.compile("sgd", "mse")
        loss = model.fit(data, data[:, :3], epochs=2, verbose=0).history["loss"]
        seen.append((names, loss, layer.get_config()))
    return Observation(
        broken=seen[0][:2] != seen[1][:2] or seen[0][2].keys() != seen[1][2].keys(),
        detail="weight names, losses from equal weights and configuration are compared",
    )


def setup(module, keras):
    keras.utils.set_random_seed(0)
    data = np.random.RandomState(0).normal(size=(32, 4)).astype("float32")
    layer = module.SelfContrast(name="contrast")
    model = keras.Sequential([keras.Input((4,)), layer])
    return layer, model, data
