"""Modules and names of Keras 2 that Keras 3 does not have, and where their names live now.

Paths are written without the package: `layers.core` for `keras.layers.core` and
`tensorflow.keras.layers.core`. tests/facts/test_modules.py holds the tables against the installed
libraries.
"""

from __future__ import annotations

# Modules that cannot be imported, and the public one that has their names now, if any.
MODULES = {
    "applications.regnet": "",
    "applications.resnet_rs": "",
    "backend.experimental": "",
    "backend.tensorflow_backend": "",
    "callbacks.experimental": "callbacks",
    "dtensor": "",
    "engine": "",
    "estimator": "",
    "experimental": "",
    "feature_column": "",
    "layers.advanced_activations": "layers",
    "layers.convolutional": "layers",
    "layers.convolutional_recurrent": "layers",
    "layers.core": "layers",
    "layers.cudnn_recurrent": "layers",
    "layers.dense_attention": "layers",
    "layers.embeddings": "layers",
    "layers.experimental": "layers",
    "layers.kernelized": "layers",
    "layers.local": "layers",
    "layers.merge": "layers",
    "layers.noise": "layers",
    "layers.normalization": "layers",
    "layers.pooling": "layers",
    "layers.preprocessing": "layers",
    "layers.recurrent": "layers",
    "layers.recurrent_v2": "layers",
    "layers.rnn_cell_wrapper_v2": "layers",
    "layers.serialization": "layers",
    "layers.wrappers": "layers",
    "legacy.interfaces": "",
    "legacy.layers": "",
    "metrics.experimental": "metrics",
    "models.experimental": "",
    "objectives": "losses",
    "optimizers.experimental": "optimizers",
    "utils.conv_utils": "utils",
    "utils.data_utils": "utils",
    "utils.experimental": "",
    "utils.generic_utils": "utils",
    "utils.io_utils": "utils",
    "utils.layer_utils": "utils",
    "utils.multi_gpu_utils": "",
    "utils.np_utils": "utils",
    "utils.tf_utils": "utils",
    "utils.training_utils": "",
    "utils.vis_utils": "utils",
    "wrappers.scikit_learn": "",
}
# Those that `tensorflow.keras` still has on Keras 3, and `keras` does not.
KERAS_ONLY_MODULES = {"preprocessing.text": ""}

# The names of either generation, by the public module that has them in both.
_LAYERS = """
    Activation ActivityRegularization Add AdditiveAttention AlphaDropout Attention Average
    AveragePooling1D AveragePooling2D AveragePooling3D AvgPool1D AvgPool2D AvgPool3D
    BatchNormalization Bidirectional CategoryEncoding CenterCrop Concatenate Conv1D
    Conv1DTranspose Conv2D Conv2DTranspose Conv3D Conv3DTranspose ConvLSTM1D ConvLSTM2D
    ConvLSTM3D Convolution1D Convolution1DTranspose Convolution2D Convolution2DTranspose
    Convolution3D Convolution3DTranspose Cropping1D Cropping2D Cropping3D Dense DepthwiseConv1D
    DepthwiseConv2D Discretization Dot Dropout ELU EinsumDense Embedding Flatten GRU GRUCell
    GaussianDropout GaussianNoise GlobalAveragePooling1D GlobalAveragePooling2D
    GlobalAveragePooling3D GlobalAvgPool1D GlobalAvgPool2D GlobalAvgPool3D GlobalMaxPool1D
    GlobalMaxPool2D GlobalMaxPool3D GlobalMaxPooling1D GlobalMaxPooling2D GlobalMaxPooling3D
    GroupNormalization HashedCrossing Hashing Identity Input InputLayer InputSpec IntegerLookup
    LSTM LSTMCell Lambda Layer LayerNormalization LeakyReLU Masking MaxPool1D MaxPool2D
    MaxPool3D MaxPooling1D MaxPooling2D MaxPooling3D Maximum Minimum MultiHeadAttention Multiply
    Normalization PReLU Permute RNN RandomBrightness RandomContrast RandomCrop RandomFlip
    RandomRotation RandomTranslation RandomZoom ReLU RepeatVector Rescaling Reshape Resizing
    SeparableConv1D SeparableConv2D SeparableConvolution1D SeparableConvolution2D SimpleRNN
    SimpleRNNCell Softmax SpatialDropout1D SpatialDropout2D SpatialDropout3D
    SpectralNormalization StackedRNNCells StringLookup Subtract TextVectorization
    TimeDistributed UnitNormalization UpSampling1D UpSampling2D UpSampling3D Wrapper
    ZeroPadding1D ZeroPadding2D ZeroPadding3D add average concatenate deserialize dot maximum
    minimum multiply serialize subtract
"""
_UTILS = """
    CustomObjectScope Progbar Sequence array_to_img custom_object_scope
    deserialize_keras_object get_custom_objects get_file get_registered_name
    get_registered_object get_source_inputs img_to_array load_img model_to_dot normalize
    pad_sequences plot_model register_keras_serializable save_img serialize_keras_object
    set_random_seed to_categorical
"""
PUBLIC = {
    "layers": frozenset(_LAYERS.split()),
    "models": frozenset({"Model", "Sequential", "clone_model", "load_model", "save_model"}),
    "utils": frozenset(_UTILS.split()),
    "callbacks": frozenset({"BackupAndRestore"}),
    "optimizers": frozenset({"Adam", "AdamW", "Nadam", "Optimizer", "RMSprop", "SGD"}),
}

_REGNET = {f"RegNet{kind}{size:03}": "" for kind in "XY" for size in (2, 4, 6, 8, 16, 32)} | {
    f"RegNet{kind}{size:03}": "" for kind in "XY" for size in (40, 64, 80, 120, 160, 320)
}
_RESNET_RS = {f"ResNetRS{size}": "" for size in (50, 101, 152, 200, 270, 350, 420)}
# Names that a module which is still there has no more, and what to use instead.
NAMES = {
    "applications": {**_REGNET, **_RESNET_RS},
    "callbacks": {"BaseLogger": "", "SidecarEvaluatorModelExport": ""},
    "constraints": {"RadialConstraint": "", "radial_constraint": ""},
    "layers": {
        "AbstractRNNCell": "Layer",
        "CuDNNGRU": "GRU",
        "CuDNNLSTM": "LSTM",
        "DenseFeatures": "",
        "LocallyConnected1D": "",
        "LocallyConnected2D": "",
        "MaxoutDense": "",
        "TimeDistributedDense": "TimeDistributed",
        "merge": "",
    },
    "metrics": {"MeanRelativeError": "", "MeanTensor": ""},
    "models": {"model_from_config": "", "model_from_yaml": "model_from_json"},
    "optimizers.legacy": {"Adadelta": "", "Adamax": "", "Nadam": ""},
    "utils": {
        "GeneratorEnqueuer": "",
        "OrderedEnqueuer": "",
        "SequenceEnqueuer": "",
        "SidecarEvaluator": "",
        "StepsPerExecutionTuner": "",
        "TimedThread": "",
        "multi_gpu_model": "",
        "to_ordinal": "",
        "warmstart_embedding_matrix": "",
    },
}
_SHORT = {
    "KLD": "kl_divergence",
    "MAE": "mean_absolute_error",
    "MAPE": "mean_absolute_percentage_error",
    "MSE": "mean_squared_error",
    "MSLE": "mean_squared_logarithmic_error",
    "kld": "kl_divergence",
    "kullback_leibler_divergence": "kl_divergence",
    "logcosh": "log_cosh",
    "mae": "mean_absolute_error",
    "mape": "mean_absolute_percentage_error",
    "mse": "mean_squared_error",
    "msle": "mean_squared_logarithmic_error",
}
# Those that `tensorflow.keras` still has on Keras 3, and `keras` does not.
KERAS_ONLY_NAMES = {
    "layers": {"RandomHeight": "", "RandomWidth": "", "ThresholdedReLU": ""},
    "losses": {"Reduction": "", **_SHORT},
    "metrics": _SHORT,
    "preprocessing.image": {
        "DirectoryIterator": "",
        "ImageDataGenerator": "",
        "Iterator": "",
        "NumpyArrayIterator": "",
        "apply_affine_transform": "",
        "apply_brightness_shift": "",
        "apply_channel_shift": "",
        "random_brightness": "",
        "random_channel_shift": "",
        "random_rotation": "",
        "random_shear": "",
        "random_shift": "",
        "random_zoom": "",
    },
    "preprocessing.sequence": {
        "TimeseriesGenerator": "",
        "make_sampling_table": "",
        "skipgrams": "",
    },
}


def gone_module(path: str, package: str) -> str | None:
    """The longest part of a path that names a module which Keras 3 does not have."""
    parts = path.split(".")
    for length in range(len(parts), 0, -1):
        prefix = ".".join(parts[:length])
        if prefix in MODULES or (package == "keras" and prefix in KERAS_ONLY_MODULES):
            return prefix
    return None


def home(name: str, module: str) -> str | None:
    """The public module that has a name which `module` had in Keras 2, None where none has."""
    wanted = MODULES.get(module, "")
    candidates = [wanted] if wanted else ["layers", "models", "utils"]
    return next((path for path in candidates if name in PUBLIC.get(path, ())), None)


def gone_name(path: str, name: str, package: str) -> str | None:
    """What to use instead of a name that `path` lost: `""` for nothing, None if it is there."""
    found = NAMES.get(path, {}).get(name)
    if found is None and package == "keras":
        found = KERAS_ONLY_NAMES.get(path, {}).get(name)
    return found
