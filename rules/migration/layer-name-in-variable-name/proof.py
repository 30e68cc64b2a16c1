"""Decay once and look at the scale of the normalization, which was to stay at 1."""

from layerlint.proof import Observation


def observe(module, keras):
    model = module.make_model()
    module.decay(model)
    scale = float(model.layers[-1].get_weights()[0][0])
    return Observation(
        broken=scale != 1.0, detail=f"after one decay the scale of the normalization was {scale}"
    )
