import tf_keras


class Thin(tf_keras.layers.Layer):
    def call(self, x, **kwargs):
        return x * 2 if kwargs.get("training") else x
