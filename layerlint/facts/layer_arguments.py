"""What the constructors of the built-in layers take.

tests/facts/test_layer_arguments.py holds it against the installed libraries.
"""

from __future__ import annotations

_NAMES = """
activation activity_regularizer addition_factor all_ops alpha alpha_constraint alpha_initializer
alpha_regularizer antialias arguments attention_axes autocast axes axis backward_layer
batch_shape batch_size beta_constraint beta_initializer beta_regularizer bias_axes
bias_constraint bias_initializer bias_regularizer bin_boundaries bins brightness_factor
call_endpoint call_fn call_training_endpoint cell cells center chain_depth clip_limit
contrast_factor crop_to_aspect_ratio cropping data_format depth_multiplier depthwise_constraint
depthwise_initializer depthwise_regularizer dilation_rate dims dropout dtype dynamic
embeddings_constraint embeddings_initializer embeddings_regularizer encoding epsilon equation
expand_dims factor feature_columns fft_length filepath fill_mode fill_value filters
flash_attention frame_length frame_step function gamma_constraint gamma_initializer
gamma_regularizer go_backwards gptq_unpacked_column_size groups head_dim height height_factor
hue_factor idf_weights implementation init_fn input_dim input_length input_shape input_tensor
interpolation invert keepdims kernel_constraint kernel_initializer kernel_regularizer
kernel_size key_dim l1 l2 layer layers logit_soft_cap lora_alpha lora_rank mag_exp mask
mask_token mask_value mask_zero max_freq max_number max_tokens max_value mean merge_mode method
min_freq min_power mode module momentum moving_mean_initializer moving_variance_initializer n
name native_serialization_platforms negative_slope ngrams noise_shape normalize num_bins
num_chains num_heads num_key_value_heads num_mel_bins num_oov_indices num_ops num_query_heads
num_tokens offset oov_method oov_token optional output_dim output_mode output_padding
output_sequence_length output_shape output_size pad_to_aspect_ratio pad_to_max_tokens padding
params periodic pointwise_constraint pointwise_initializer pointwise_regularizer pool_size
power_iterations power_to_db quantization_config ragged rate recurrent_activation
recurrent_constraint recurrent_dropout recurrent_initializer recurrent_regularizer ref_power
renorm renorm_clipping renorm_momentum reset_after return_sequences return_state reverse_dtype
robust_masking salt sampling_rate saturation_factor scale scaling score_mode seed
sequence_length sequence_stride shape shared_axes sigma size sliding_window
softmax_robust_masking sparse split standardize state stateful stddev strides synchronized
target_shape theta threshold threshold_factor tie_weights tile_grid_size time_major top_db
trainable type_spec unit_forget_bias units unroll use_bias use_cudnn use_gate use_scale
value_dim value_range variables variance vocabulary vocabulary_dtype weights width width_factor
window x_factor y_factor zero_output_for_mask
"""
# The arguments of all built-in layers, of either generation.
LAYER_ARGUMENTS = frozenset(_NAMES.split())
_UNITS = ("units",)
_KERNELS = ("filters", "kernel_size")
# Sizes that are no floats, as the first arguments of a layer.
SIZES = {
    **dict.fromkeys(("Dense", "GRU", "GRUCell", "LSTM", "LSTMCell", "SimpleRNN"), _UNITS),
    **dict.fromkeys(("Conv1D", "Conv2D", "Conv3D", "SeparableConv1D", "SeparableConv2D"), _KERNELS),
    **dict.fromkeys(("Conv1DTranspose", "Conv2DTranspose", "Conv3DTranspose"), _KERNELS),
    **dict.fromkeys(("AveragePooling1D", "AveragePooling2D"), ("pool_size",)),
    **dict.fromkeys(("MaxPooling1D", "MaxPooling2D"), ("pool_size",)),
    "DepthwiseConv2D": ("kernel_size",),
    "Embedding": ("input_dim", "output_dim"),
    "GroupNormalization": ("groups",),
    "MultiHeadAttention": ("num_heads", "key_dim"),
    "RepeatVector": ("n",),
    "UpSampling2D": ("size",),
}
# What the constructors take first, by position.
FIRST_ARGUMENTS = {
    **SIZES,
    "RNN": ("cell",),
    **dict.fromkeys(("Bidirectional", "TimeDistributed", "Wrapper"), ("layer",)),
}
# Those of which Keras 2 makes integers itself.
MADE_WHOLE = frozenset({("Dense", "units"), *((name, "filters") for name in SIZES)})
