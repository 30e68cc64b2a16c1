"""Packages and names that work with one generation of Keras only.

tests/facts/test_dependents.py holds against the installed Keras what the packages import of it, and
the names against the installed TensorFlow.
"""

from __future__ import annotations

# Each with a module that it imports as soon as it is imported itself, and that Keras 3 lacks:
# tensorflow_addons 0.23.0, the last release, in `utils/types.py`.
NEED_KERAS_2 = {"tensorflow_addons": "keras.src.engine.keras_tensor"}
# Distributions that bring no TensorFlow and that no environment with Keras 3 has: the versions
# before the first that works there, all where none does. TensorFlow Probability 0.23 raises where
# it is imported beside TensorFlow 2.16; the text operations are built for one TensorFlow each.
# What TensorFlow 2.16.1 itself asks for, Python among them, is in its metadata; the set-up of Numba
# 0.52 refuses Python 3.9.
TIED_TO_KERAS_2 = {
    "h5py": "3.10",
    "numba": "0.53",
    "numpy": "1.23",
    "python": "3.9",
    "tensorflow-addons": None,
    "tensorflow-probability": "0.24",
    "tensorflow-text": "2.16",
}
# Distributions of TensorFlow that ended before Keras 3, each with what its versions lie below.
ENDED = {"tensorflow-gpu": "2.13", "tf-nightly-gpu": "2.13"}
# Where TensorFlow 1.15 to 2.1 kept its source.
EARLY_HOME = "tensorflow_core"
# What TensorFlow had when `tensorflow.keras` was Keras 2, and has no more.
TENSORFLOW_1 = "tensorflow.contrib"
# What `tensorflow` had then, and keeps in `tensorflow.compat.v1` only.
_TENSORFLOW_1_NAMES = """
    app flags gfile logging ConfigProto GraphKeys InteractiveSession Session assign assign_add
    assign_sub ceil check_numerics cross cumprod decode_csv diag diag_part div erf
    extract_image_patches get_collection get_default_graph get_variable get_variable_scope
    global_variables global_variables_initializer imag is_finite is_inf is_nan layers lgamma
    log log1p log_sigmoid matrix_band_part matrix_determinant matrix_diag matrix_diag_part
    matrix_inverse matrix_transpose mod multinomial placeholder placeholder_with_default
    py_func random_crop random_gamma random_normal random_shuffle random_uniform real
    reset_default_graph rint rsqrt scatter_add scatter_sub scatter_update segment_max
    segment_mean segment_sum self_adjoint_eig set_random_seed sparse_placeholder
    sparse_tensor_dense_matmul sparse_tensor_to_dense sparse_to_dense squared_difference svd
    to_double to_float to_int32 to_int64 trace trainable_variables truncated_normal
    truncated_normal_initializer unsorted_segment_sum variable_scope
    variance_scaling_initializer
"""
# Of its modules, a row for each.
_TENSORFLOW_1_MEMBERS = """
    image extract_image_patches resize_area resize_bicubic resize_bilinear resize_images
    image resize_image_with_crop_or_pad resize_image_with_pad resize_nearest_neighbor
    losses absolute_difference add_loss compute_weighted_loss get_regularization_loss
    losses get_regularization_losses get_total_loss huber_loss mean_squared_error
    losses sigmoid_cross_entropy softmax_cross_entropy sparse_softmax_cross_entropy
    nn bidirectional_dynamic_rnn depthwise_conv2d_native dynamic_rnn fused_batch_norm rnn_cell
    nn softmax_cross_entropy_with_logits_v2 static_rnn xw_plus_b
    summary FileWriter Summary merge_all
    train AdadeltaOptimizer AdagradOptimizer AdamOptimizer FtrlOptimizer GradientDescentOptimizer
    train MomentumOptimizer Optimizer RMSPropOptimizer Saver SessionRunHook batch cosine_decay
    train exponential_decay get_global_step get_or_create_global_step inverse_time_decay
    train init_from_checkpoint piecewise_constant polynomial_decay shuffle_batch
"""
TENSORFLOW_1_NAMES = frozenset(
    {
        *_TENSORFLOW_1_NAMES.split(),
        *(
            f"{module}.{name}"
            for module, *names in map(str.split, _TENSORFLOW_1_MEMBERS.strip().splitlines())
            for name in names
        ),
    }
)
# Some of it that code which makes graphs hardly does without, as most write it; and what code has
# that was written for TensorFlow 2, or moved there.
GRAPH_WORDS = (
    *("tf.contrib", "tf.placeholder", "tf.get_variable", "tf.Session", "tf.variable_scope"),
    *("tf.log(", "tf.random_uniform(", "tf.random_normal("),
)
TENSORFLOW_2_WORDS = (
    *("tf.function", "tf.GradientTape", "tf.config.", "tf.random.set_seed", "def train_step"),
)
# What a module still has that was only renamed: the names of graphs, on the first version's API.
TENSORFLOW_1_API = "tensorflow.compat.v1"
TENSORFLOW_1_GRAPHS = frozenset(
    {"Session", "InteractiveSession", "placeholder", "placeholder_with_default"}
    | {"sparse_placeholder", "variable_scope", "get_variable", "get_variable_scope"}
    | {"add_to_collection", "get_collection", "reset_default_graph", "disable_v2_behavior"}
    | {"disable_eager_execution", "global_variables_initializer"}
)
# Names that are there on both generations, while modules to import from are on Keras 2 alone.
KERAS_2_MODULES = ("tensorflow.compat.v1.keras", "tensorflow.compat.v2.keras")
# The optimizers of Keras 2 take it for `learning_rate`; those of Keras 3 refuse it.
OLD_OPTIMIZER_ARGUMENT = "lr"
# Modules about models and training below `tensorflow.python` that TensorFlow 2.4 had, or 2.15, and
# none that comes with Keras 3.
_OF_OLD_TENSORFLOW = """
    distribute.all_reduce distribute.distribution_strategy_context distribute.estimator_training
    eager.profiler eager.profiler_client estimator framework.composite_tensor_utils
    keras.api keras.applications keras.datasets keras.estimator keras.feature_column
    keras.layers.cudnn_recurrent keras.layers.einsum_dense keras.layers.kernelized
    keras.layers.local keras.layers.multi_head_attention keras.layers.noise
    keras.layers.normalization keras.layers.normalization_v2 keras.layers.ops
    keras.layers.preprocessing keras.layers.recurrent_v2 keras.layers.wrappers
    keras.legacy_tf_layers.normalization keras.premade keras.preprocessing
    keras.utils.multi_gpu_utils keras.wrappers ops.losses.loss_reduction ops.rnn_cell_wrapper_impl
    tpu.tpu_config tpu.tpu_context tpu.tpu_estimator training.distribute
    training.distribution_strategy_context training.experimental.loss_scaling_gradient_tape
    training.saving.functional_saver training.tracking
"""
OF_OLD_TENSORFLOW = frozenset(f"tensorflow.python.{name}" for name in _OF_OLD_TENSORFLOW.split())
