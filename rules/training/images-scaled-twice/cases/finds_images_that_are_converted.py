import tensorflow as tf
from tensorflow import keras

# %% whole numbers, as they are decoded

base = keras.applications.EfficientNetB0(include_top=False)


def load(path, label):
    image = tf.image.decode_jpeg(tf.io.read_file(path), channels=3)
    image = tf.image.convert_image_dtype(image, tf.float32)  # LL151
    return tf.image.resize(image, (224, 224)), label


def train(model, files):
    model.fit(tf.data.Dataset.from_tensor_slices(files).map(load).batch(8))
