# %% drawn by TensorFlow
import tensorflow as tf


def augment(image, label):
    return tf.image.random_flip_left_right(image) + tf.random.normal([32, 32, 3]), label


data = tf.data.Dataset.from_tensor_slices((x, y)).map(augment).batch(8)


# %% Python runs it for each element
import numpy as np
import tensorflow as tf


def noisy(image):
    return image + np.random.normal(size=image.shape).astype("float32")


def augment(image):
    return tf.numpy_function(noisy, [image], tf.float32)


data = tf.data.Dataset.from_tensor_slices(x).map(augment)


# %% the map of something else
import random

import pandas as pd
import tensorflow as tf


def jitter(value):
    return value + random.random()


frame = pd.DataFrame({"a": [1.0, 2.0]})
frame["a"] = frame["a"].map(jitter)
with ThreadPool() as pool:
    pool.map(lambda path: tf.io.read_file(path) if random.random() else None, paths)


# %% what is drawn before
import numpy as np
import tensorflow as tf

seed = np.random.randint(1000)
data = tf.data.Dataset.from_tensor_slices(x).map(lambda each: each + tf.random.normal([], seed=seed))


# %% a data set of another library
import numpy as np
import tensorflow as tf
from datasets import load_dataset


def cut(example):
    top = np.random.randint(8)
    return {"image": tf.image.crop_to_bounding_box(example["image"], top, 0, 24, 32).numpy()}


data = load_dataset("cifar10").map(cut)
