from keras import layers


class Rotation(layers.Dense):
    def __init__(self, *args, **kwargs):
        super().__init__(
            *args,
            use_bias=False,  # LL504
            kernel_initializer=None,
            activation=None,
            **kwargs,
        )
