from tf_keras.src.layers.convolutional import base_conv


class Line(base_conv.Conv):
    def __init__(self, filters, kernel_size, **kwargs):
        super().__init__(rank=1, filters=filters, kernel_size=kernel_size, **kwargs)
