"""What is a tensor in `call()`, as the rules about tracing see it."""

from __future__ import annotations


def test_what_keras_2_translates_is_reported_for_keras_3_only(diagnose):
    source = """\
    from tf_keras import layers
    import tensorflow as tf


    class Mean(layers.Layer):
        def call(self, x):
            return x / float(tf.reduce_mean(x))
    """
    assert diagnose(source, "LL302") == []
    found = diagnose(source.replace("tf_keras", "keras"), "LL302")
    assert [each.start_row for each in found] == [7]
