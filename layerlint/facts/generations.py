"""What only one generation of Keras has, so that importing it tells which one is meant.

Paths are written below the package. tests/facts/test_generations.py holds the tables against the
source of the installed libraries; what of the public interface is gone is in `facts/modules.py`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from layerlint.facts.modules import gone_module, gone_name
from layerlint.facts.namespaces import COPY, KERAS_PREFIX, namespace

# What Keras 3 has no more, below a Keras prefix; importing it fails there.
KERAS_2_ONLY = re.compile(
    r"(?:engine|layers\.(?:advanced_activations|convolutional|convolutional_recurrent|core"
    r"|cudnn_recurrent|embeddings|experimental|kernelized|local|merge|noise|normalization|pooling"
    r"|preprocessing|recurrent|recurrent_v2|rnn|serialization|wrappers)"
    r"|utils\.(?:conv_utils|data_utils|generic_utils|io_utils|layer_utils|np_utils|tf_utils|vis_utils"
    r"|training_utils)|backend\.(?:tensorflow|theano|cntk)_backend|objectives|feature_column"
    r"|saving\.(?:hdf5_format|legacy|saved_model)|optimizer_v[12]|layers\.[a-z]\w*(?=\.\w))(?:\.|$)"
)
# Parts of the names of modules that Keras 2 alone has: where nothing imports a name with one of
# these, hardly anything of a project is kept from Keras 3 by its imports.
KERAS_2_PARTS = (
    *("advanced_activations", "conv_utils", "convolutional", "engine", "generic_utils", "legacy"),
    *("np_utils", "recurrent"),
)
# What no Keras 2 has.
KERAS_3_ONLY = re.compile(
    r"(?:ops|random|tree|distribution|dtype_policies|quantizers|visualization|KerasTensor"
    r"|StatelessScope|SymbolicScope|Operation|Variable|device|name_scope)(?:\.|$)"
)
# Names that no Keras 2 has, by the module that has them in Keras 3.
NEW_NAMES = {
    "": "Layer Loss Metric Optimizer Regularizer Initializer Quantizer DTypePolicy "
    "FloatDTypePolicy InputSpec Function RematScope remat config",
    "activations": "celu glu hard_shrink hard_silu hard_tanh leaky_relu log_sigmoid soft_shrink "
    "sparse_plus sparsemax squareplus tanh_shrink threshold",
    "backend": "is_float_dtype is_int_dtype result_type standardize_dtype",
    "callbacks": "SwapEMAWeights",
    "layers": "AugMix AutoContrast CutMix Equalization FlaxLayer GroupQueryAttention JaxLayer "
    "MaxNumBoundingBoxes MelSpectrogram MixUp Pipeline RMSNormalization RandAugment "
    "RandomColorDegeneration RandomColorJitter RandomErasing RandomGaussianBlur RandomGrayscale "
    "RandomHue RandomInvert RandomPerspective RandomPosterization RandomSaturation "
    "RandomSharpness RandomShear ReversibleEmbedding STFTSpectrogram Solarization "
    "TorchModuleWrapper",
    "losses": "CTC CategoricalGeneralizedCrossEntropy Circle Dice Tversky",
    "optimizers": "Lamb Muon ScheduleFreeAdamW",
    "saving": "KerasFileEditor",
    "utils": "PyDataset bounding_boxes is_keras_tensor standardize_dtype",
}
# Modules of the source of Keras 2 that the source of Keras 3 does not have.
_MODULES = """
    applications.regnet applications.resnet_rs backend_config callbacks_v1 dtensor engine
    estimator export.export_lib feature_column initializers.initializers
    initializers.initializers_v1 layers.activation layers.attention.base_dense_attention
    layers.core.activation layers.core.tf_op_layer layers.experimental layers.kernelized
    layers.locally_connected layers.noise layers.normalization.batch_normalization_v1
    layers.pooling.base_global_pooling1d layers.pooling.base_global_pooling2d
    layers.pooling.base_global_pooling3d layers.pooling.base_pooling1d
    layers.pooling.base_pooling2d layers.pooling.base_pooling3d
    layers.preprocessing.preprocessing_stage layers.preprocessing.preprocessing_utils
    layers.regularization.spatial_dropout1d layers.regularization.spatial_dropout2d
    layers.regularization.spatial_dropout3d layers.rnn.abstract_rnn_cell
    layers.rnn.base_conv_lstm layers.rnn.base_conv_rnn layers.rnn.base_cudnn_rnn
    layers.rnn.base_rnn layers.rnn.base_wrapper layers.rnn.cell_wrappers layers.rnn.cudnn_gru
    layers.rnn.cudnn_lstm layers.rnn.dropout_rnn_cell_mixin layers.rnn.gru_lstm_utils
    layers.rnn.gru_v1 layers.rnn.legacy_cell_wrappers layers.rnn.legacy_cells layers.rnn.lstm_v1
    layers.rnn.rnn_utils layers.serialization legacy_tf_layers metrics.base_metric
    metrics.py_metric mixed_precision models.sharpness_aware_minimization optimizers.legacy
    optimizers.legacy_learning_rate_decay optimizers.optimizer_v1 optimizers.utils
    premade_models preprocessing saving.legacy saving.pickle_utils utils.audio_dataset
    utils.control_flow_util utils.conv_utils utils.data_utils utils.dataset_creator
    utils.feature_space utils.generic_utils utils.image_dataset utils.keras_logging
    utils.kernelized_utils utils.layer_utils utils.legacy utils.losses_utils utils.metrics_utils
    utils.mode_keys utils.np_utils utils.object_identity utils.sidecar_evaluator
    utils.steps_per_execution_tuning utils.text_dataset utils.tf_contextlib utils.tf_inspect
    utils.timed_threads utils.timeseries_dataset utils.version_utils utils.vis_utils
"""
SOURCE_MODULES = frozenset(_MODULES.split())
# Names that a module lost which is in the source of both.
SOURCE_NAMES = {
    "activations": "swish",
    "applications.resnet": "block1 block2 block3 stack1 stack2 stack3",
    "callbacks": (
        "BackupAndRestoreExperimental BaseLogger UpdateEmbeddingCallback configure_callbacks "
        "keras_model_summary make_logs set_callback_parameters"
    ),
    "constraints": (
        "RadialConstraint max_norm maxnorm min_max_norm non_neg nonneg radial_constraint unit_norm "
        "unitnorm"
    ),
    "initializers": "populate_deserializable_objects",
    "layers": "VersionAwareLayers",
    "layers.convolutional.base_conv": "Conv",
    "layers.convolutional.base_depthwise_conv": "DepthwiseConv",
    "layers.convolutional.base_separable_conv": "SeparableConv",
    "layers.convolutional.conv1d": "Convolution1D",
    "layers.convolutional.conv1d_transpose": "Convolution1DTranspose",
    "layers.convolutional.conv2d": "Convolution2D",
    "layers.convolutional.conv2d_transpose": "Convolution2DTranspose",
    "layers.convolutional.conv3d": "Convolution3D",
    "layers.convolutional.conv3d_transpose": "Convolution3DTranspose",
    "layers.convolutional.separable_conv1d": "SeparableConvolution1D",
    "layers.convolutional.separable_conv2d": "SeparableConvolution2D",
    "layers.normalization.batch_normalization": "BatchNormalizationBase SyncBatchNormalization",
    "layers.pooling.average_pooling1d": "AvgPool1D",
    "layers.pooling.average_pooling2d": "AvgPool2D",
    "layers.pooling.average_pooling3d": "AvgPool3D",
    "layers.pooling.global_average_pooling1d": "GlobalAvgPool1D",
    "layers.pooling.global_average_pooling2d": "GlobalAvgPool2D",
    "layers.pooling.global_average_pooling3d": "GlobalAvgPool3D",
    "layers.pooling.global_max_pooling1d": "GlobalMaxPool1D",
    "layers.pooling.global_max_pooling2d": "GlobalMaxPool2D",
    "layers.pooling.global_max_pooling3d": "GlobalMaxPool3D",
    "layers.pooling.max_pooling1d": "MaxPool1D",
    "layers.pooling.max_pooling2d": "MaxPool2D",
    "layers.pooling.max_pooling3d": "MaxPool3D",
    "layers.preprocessing.discretization": "compress",
    "layers.preprocessing.image_preprocessing": (
        "CenterCrop RandomBrightness RandomContrast RandomCrop RandomFlip RandomHeight "
        "RandomRotation RandomTranslation RandomWidth RandomZoom Rescaling Resizing "
        "check_fill_mode_and_interpolation convert_inputs get_rotation_matrix "
        "get_translation_matrix get_zoom_matrix transform"
    ),
    "layers.preprocessing.index_lookup": "NullInitializer VocabWeightHandler",
    "layers.rnn.gru": "gpu_gru gru_with_backend_selection standard_gru",
    "layers.rnn.lstm": "gpu_lstm lstm_with_backend_selection standard_lstm",
    "losses": (
        "BCE KLD MAE MAPE MSE MSLE bce huber_loss is_categorical_crossentropy kld "
        "kullback_leibler_divergence logcosh mae mape mse msle"
    ),
    "metrics.regression_metrics": "MeanRelativeError",
    "models.cloning": (
        "clone_and_build_model in_place_subclassed_model_state_restoration share_weights"
    ),
    "optimizers": "convert_to_legacy_optimizer is_arm_mac",
    "optimizers.optimizer": "CallableList RestoredOptimizer",
    "optimizers.schedules.learning_rate_schedule": "LinearCosineDecay NoisyLinearCosineDecay",
    "regularizers": "l1 l1_l2 l2 orthogonal_regularizer",
    "saving.saving_api": (
        "SupportReadFromRemote SupportWriteToRemote get_save_format get_save_weights_format"
    ),
    "saving.saving_lib": "is_remote_path saving_v3_enabled",
    "saving.serialization_lib": "Config",
    "utils.dataset_utils": "labels_to_dataset",
    "utils.image_utils": "get_interpolation",
    "utils.io_utils": "path_to_string",
    "utils.tf_utils": (
        "ListWrapper MetricLocalVarsScope are_all_symbolic_tensors assert_no_legacy_layers "
        "can_jit_compile convert_inner_node_data convert_shapes convert_variables_to_tensors "
        "dataset_is_infinite get_metric_local_vars_scope get_random_seed get_reachable_from_inputs "
        "get_shapes graph_context_for_symbolic_tensors in_local_vars_context is_extension_type "
        "is_ragged is_sparse is_symbolic_tensor is_tensor_or_extension_type "
        "is_tensor_or_tensor_list is_tensor_or_variable map_structure_with_atomic maybe_init_scope "
        "register_symbolic_tensor_type set_random_seed shape_type_conversion "
        "sync_to_numpy_or_python_type type_spec_from_value validate_axis "
        "with_metric_local_vars_scope"
    ),
}
# Modules that Keras 2.9 had no more; initializers without a seed drew anew at each call until 2.10.
OLD_MODULES = (
    "engine.network engine.topology layers.advanced_activations layers.convolutional_recurrent "
    "layers.cudnn_recurrent layers.embeddings layers.local layers.merge layers.recurrent "
    "layers.recurrent_v2 layers.wrappers legacy"
)
_NEW = {path: frozenset(names.split()) for path, names in NEW_NAMES.items()}
_OLD = frozenset(OLD_MODULES.split())
_LOST = {path: frozenset(names.split()) for path, names in SOURCE_NAMES.items()}


@lru_cache(maxsize=16_384)
def keras2_only(dotted: str) -> bool:
    """Tell whether a name is a part of Keras 2 that importing fails to find on Keras 3.

    TensorFlow's private copy of Keras 2 is there beside Keras 3 (seen in TensorFlow 2.21), and a
    module that takes a helper from it runs on either.
    """
    match = KERAS_PREFIX.match(dotted)
    if match is None or namespace(dotted) == COPY:
        return False
    rest = dotted[match.end() :]
    module, _, name = rest.rpartition(".")
    if ".src" in match["inner"]:
        return _is_below(rest, SOURCE_MODULES) or name in _LOST.get(module, ())
    package = namespace(dotted) or ""
    return (
        KERAS_2_ONLY.match(rest) is not None
        or gone_module(rest, package) is not None
        or gone_name(module, name, package) is not None
    )


def keras3_only(dotted: str) -> bool:
    """Tell whether a name is a part of Keras 3 that no Keras 2 has."""
    match = KERAS_PREFIX.match(dotted)
    if match is None:
        return False
    rest = dotted[match.end() :]
    module, _, name = rest.rpartition(".")
    return KERAS_3_ONLY.match(rest) is not None or (
        ".src" not in match["inner"] and name in _NEW.get(module, ())
    )


def before_2_9(dotted: str) -> bool:
    """Tell whether a name is in a module of Keras that its version 2.9 had no more."""
    match = KERAS_PREFIX.match(dotted)
    return match is not None and _is_below(dotted[match.end() :], _OLD)


def _is_below(path: str, modules: frozenset[str]) -> bool:
    parts = path.split(".")
    return any(".".join(parts[:length]) in modules for length in range(1, len(parts) + 1))
