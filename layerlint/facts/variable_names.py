"""What the variables of Keras 3's own layers are called; the name of the layer is in `path`.

Seen in Keras 3.15, where tests/facts/test_variable_names.py looks for them. On Keras 2 a variable
is called `dense/kernel:0`.
"""

from __future__ import annotations

VARIABLE_NAMES = frozenset(
    {
        *("alpha", "beta", "bias", "concat_score_weight", "count", "depthwise_kernel"),
        *("embeddings", "gamma", "imag_kernel", "kernel", "mean", "moving_mean"),
        *("moving_variance", "pointwise_kernel", "real_kernel", "recurrent_kernel"),
        *("reverse_embeddings", "rnn_state", "scale", "variance", "vector_u"),
    }
)
# What normalization calls the scale that weight decay is to leave alone.
NORMALIZED = frozenset({"gamma", "scale"})
# Of quantized layers, of adapters and of batch renormalization.
SELDOM = (
    *("_amax_history", "_scale", "_zero", "lora_", "renorm_", "awq_", "g_idx"),
    *("_stddev", "_point"),
)
