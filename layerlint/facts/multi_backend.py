"""What only the Keras of several backends has: the package `keras` up to 2.3.

It makes graphs of TensorFlow 1, Theano or CNTK, and keeps neither layers nor weights that are set
as attributes; from 2.4 on `keras` is what TensorFlow has. Modules and names are those of the
releases 2.0.9, 2.2.4 and 2.3.1; tests/facts/test_multi_backend.py holds against the installed
Keras 2 that it has the names no more.
"""

from __future__ import annotations

import re

from layerlint.facts.namespaces import KERAS_PREFIX

# Modules of its source that code imports from; later Keras 2 has some of them, by names that begin
# in lower case only where they are modules.
_MODULES = re.compile(
    r"(?:engine(?:\.(?:base_layer|input_layer|network|saving|sequential|topology|training"
    r"|training_arrays|training_generator|training_utils))?"
    r"|layers\.(?:advanced_activations|convolutional|convolutional_recurrent|core|cudnn_recurrent"
    r"|embeddings|local|merge|noise|normalization|pooling|recurrent|wrappers)"
    r"|legacy\.(?:interfaces|layers|models)|objectives"
    r"|backend\.(?:cntk_backend|common|load_backend|numpy_backend|tensorflow_backend|theano_backend)"
    r"|utils\.(?:conv_utils|data_utils|generic_utils|io_utils|layer_utils|multi_gpu_utils|np_utils"
    r"|test_utils|training_utils|vis_utils))(?P<name>\.\*|\.[A-Za-z]\w*)?"
)
# Names of the public interface that Keras 2 lost with it.
NAMES = {
    "applications": "keras_modules_injection",
    "backend": (
        "get_variable_shape image_dim_ordering is_symbolic normalize_data_format "
        "set_image_dim_ordering symbolic transpose_shape"
    ),
    "layers": (
        "AtrousConv1D AtrousConv2D AtrousConvolution1D AtrousConvolution2D ConvRecurrent2D "
        "Deconv2D Deconv3D Deconvolution2D Deconvolution3D Highway MaxoutDense Merge Recurrent"
    ),
    "losses": "cosine cosine_proximity",
    "metrics": "cosine",
    "optimizers": "clip_norm",
    "utils": "H5Dict HDF5Matrix convert_all_kernels_in_model multi_gpu_model print_summary",
}
_NAMES = frozenset(f"{module}.{name}" for module, names in NAMES.items() for name in names.split())
# The names of `keras.backend` among them, which code reads there rather than imports.
OF_BACKEND = frozenset(NAMES["backend"].split())
# What its constructor leaves as it is, where that of a later Keras sets it (read in 2.3.1).
NOT_RESET = frozenset({"activity_regularizer"})


def multi_backend(dotted: str) -> bool:
    """Tell whether a name is a part of `keras` that was imported from there up to Keras 2.3."""
    match = KERAS_PREFIX.match(dotted)
    if match is None or match["prefix"] != "keras" or match["inner"]:
        return False
    rest = dotted[match.end() :]
    if rest in _NAMES:
        return True
    found = _MODULES.fullmatch(rest)
    if found is None:
        return False
    # `keras.layers.core.dense` is a module of Keras 2.9.
    is_class = found["name"] is None or not found["name"][1:2].islower()
    kept = rest.startswith(("engine.", "layers.")) and not rest.startswith("engine.topology.")
    return is_class or not kept
