from tensorflow.keras import applications, regularizers

# %% names in a loop

ATTRIBUTES = ("kernel_regularizer", "bias_regularizer")


def decay(rate=1e-4):
    base = applications.ResNet50(include_top=False)
    for layer in base.layers:
        for attribute in ATTRIBUTES:
            if hasattr(layer, attribute):
                setattr(layer, attribute, regularizers.l2(rate))  # LL229
    return base
