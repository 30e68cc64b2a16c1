from tensorflow.keras import applications, regularizers

# %% others


def rename(names):
    base = applications.ResNet50(include_top=False)
    for layer in base.layers:
        for attribute in ("trainable", "dtype_policy"):
            if hasattr(layer, attribute):
                setattr(layer, attribute, names[attribute])
    print([layer.kernel_regularizer for layer in base.layers], regularizers.l2())
    return base
