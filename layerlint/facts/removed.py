"""What the base classes `Layer` and `Model` had in Keras 2 and do not have in Keras 3.

tests/facts/test_removed.py holds the tables against the installed libraries.
"""

from __future__ import annotations

# Attributes and methods of every layer, with what to do instead where there is something.
LAYER = {
    "add_update": "assign to the weight directly",
    "compute_output_signature": "`compute_output_spec` does it",
    "dynamic": "",
    "finalize_state": "",
    "get_input_at": "",
    "get_input_mask_at": "",
    "get_input_shape_at": "",
    "get_losses_for": "`losses` has all of them",
    "get_output_at": "",
    "get_output_mask_at": "",
    "get_output_shape_at": "",
    "get_updates_for": "",
    "inbound_nodes": "",
    "input_mask": "",
    "input_shape": "`input.shape` has it",
    "name_scope": "`keras.name_scope` makes one",
    "outbound_nodes": "",
    "output_mask": "",
    "output_shape": "`output.shape` has it",
    "stateful": "",
    "submodules": "`_flatten_layers()` has the layers among them",
    "updates": "",
    "with_name_scope": "`keras.name_scope` makes one",
}
# Those of models; a functional or sequential model has the shapes.
MODEL = {
    **{name: advice for name, advice in LAYER.items() if not name.endswith("put_shape")},
    "evaluate_generator": "`evaluate` takes generators",
    "fit_generator": "`fit` takes generators",
    "get_weight_paths": "each weight has its `path`",
    "predict_generator": "`predict` takes generators",
    "reset_states": "the layers have `reset_state`",
    "save_spec": "",
    "state_updates": "",
    "to_yaml": "`to_json` does it",
}
# What is done to models by these names, and nothing else has them.
MODEL_METHODS = frozenset(
    {"evaluate_generator", "fit_generator", "predict_generator", "reset_states", "to_yaml"}
)
# What the optimizers of Keras 2 have, those that scale a loss among them.
OPTIMIZER = {
    "aggregate_gradients": "",
    "compute_gradients": "`tape.gradient` computes them",
    "get_scaled_loss": "`scale_loss` does it",
    "get_unscaled_gradients": "`apply_gradients` unscales them",
    "lr": "`learning_rate` has it",
    "minimize": "`tape.gradient` and `apply_gradients` do it",
}
# The methods in which an optimizer of Keras 2 updates a variable, older ones last; no optimizer of
# Keras 3 calls one, it calls `update_step`.
OLD_OPTIMIZER_METHODS = ("_resource_apply_dense", "_create_slots", "get_updates")
# What layers and models of Keras 2 keep to themselves, which code that subclasses them reads; no
# layer of Keras 3 has it.
PRIVATE = frozenset(
    {
        "_add_trackable",
        "_auto_track_sub_layers",
        "_build_input_shape",
        "_cast_single_input",
        "_compute_dtype",
        "_compute_dtype_object",
        "_dedup_weights",
        "_dtype",
        "_eager_losses",
        "_expects_mask_arg",
        "_expects_training_arg",
        "_flatten_modules",
        "_gather_children_attribute",
        "_get_trainable_state",
        "_handle_activity_regularization",
        "_handle_weight_regularization",
        "_init_set_name",
        "_maybe_cast_inputs",
        "_maybe_create_attribute",
        "_name",
        "_name_scope",
        "_non_trainable_weights",
        "_obj_reference_counts",
        "_self_tracked_trackables",
        "_set_connectivity_metadata",
        "_set_dtype_policy",
        "_set_trainable_state",
        "_stateful",
        "_trainable_weights",
        "_updates",
    }
)
# Methods that Keras 3 still has, only to refuse: what they raise, and what to do instead.
REFUSED = {
    "add_metric": ("NotImplementedError", "make a metric in `__init__` and call `update_state`"),
}
# Arguments that Keras 3 no longer takes. The constructor of the base raises `ValueError` for them,
# the methods raise `TypeError`.
CONSTRUCTOR_ARGUMENTS = frozenset(
    {"batch_input_shape", "batch_size", "dynamic", "implementation", "weights"}
)
ADD_WEIGHT_ARGUMENTS = frozenset(
    {
        "caching_device",
        "collections",
        "experimental_autocast",
        "getter",
        "layout",
        "partitioner",
        "synchronization",
        "use_resource",
    }
)
ADD_LOSS_ARGUMENTS = frozenset({"inputs"})
# Names of `tf.VariableAggregation`, and what `add_weight` takes instead in Keras 3.
AGGREGATIONS = {
    "NONE": "none",
    "SUM": "sum",
    "MEAN": "mean",
    "ONLY_FIRST_REPLICA": "only_first_replica",
}
# What `tf.Variable` has, and so the weights of Keras 2, and those of Keras 3 have not.
VARIABLE = {
    "batch_scatter_update": "",
    "count_up_to": "",
    "experimental_ref": "`id()` tells them apart",
    "gather_nd": "`tf.gather_nd` does it",
    "get_shape": "`shape` has it",
    "initialized_value": "",
    "is_initialized": "",
    "read_value": "`tf.convert_to_tensor` does it",
    "ref": "`id()` tells them apart",
    "scatter_add": "",
    "scatter_div": "",
    "scatter_max": "",
    "scatter_min": "",
    "scatter_mul": "",
    "scatter_nd_add": "assign what `tf.tensor_scatter_nd_add` returns",
    "scatter_nd_max": "assign what `tf.tensor_scatter_nd_max` returns",
    "scatter_nd_min": "assign what `tf.tensor_scatter_nd_min` returns",
    "scatter_nd_sub": "assign what `tf.tensor_scatter_nd_sub` returns",
    "scatter_nd_update": "assign what `tf.tensor_scatter_nd_update` returns",
    "scatter_sub": "",
    "scatter_update": "",
    "set_shape": "",
    "sparse_read": "`tf.gather` does it",
}
# Those with a function of the same arguments that returns the changed tensor.
SCATTERS = {
    f"scatter_nd_{verb}": f"tensor_scatter_nd_{verb}"
    for verb in ("add", "max", "min", "sub", "update")
}

# Values of arguments that are gone which only repeat what Keras does without them, on both
# generations (tf_keras 2.21).
DEFAULTS: dict[str, tuple[object, ...]] = {
    "use_resource": (True, None),
    "dynamic": (False,),
    "collections": (None,),
    "partitioner": (None,),
    "caching_device": (None,),
    "layout": (None,),
}
