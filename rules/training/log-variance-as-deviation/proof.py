"""Draw where the divergence is that of a variance of 4."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    layer = module.Latent()
    log_var = np.full((20000, 1), np.log(4.0), "float32")
    drawn = np.asarray(layer([np.zeros_like(log_var), log_var]))
    divergence = float(np.asarray(layer.losses[0]))
    variance = float(drawn.var())
    # The divergence of a normal distribution with this variance from the standard one.
    fit = 0.5 * (variance - 1 - np.log(variance))
    detail = f"the draws have a variance of {variance:.0f}, and the divergence is that of one of 4"
    return Observation(abs(fit - divergence) > 0.1, detail)
