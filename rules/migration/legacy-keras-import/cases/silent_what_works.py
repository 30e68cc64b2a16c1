# %% from keras.layers import Dense, Layer, InputSpec
from keras.layers import Dense, Layer, InputSpec


# %% from keras.utils import to_categorical
from keras.utils import to_categorical


# %% from keras import legacy
from keras import legacy


# %% from tensorflow.keras.preprocessing.text import Tokenizer
from tensorflow.keras.preprocessing.text import Tokenizer


# %% import tensorflow as tf loss = tf.keras.losses.mse
import tensorflow as tf
loss = tf.keras.losses.mse


# %% import tensorflow as tf Reduction = tf.keras.losses.Reduction.SUM
import tensorflow as tf
Reduction = tf.keras.losses.Reduction.SUM


# %% from tf_keras.layers.experimental import preprocessing
from tf_keras.layers.experimental import preprocessing


# %% from mylib.keras.engine import Layer
from mylib.keras.engine import Layer


# %% from .engine import Layer
from .engine import Layer


# %% from tensorflow.python.keras.utils import conv_utils
from tensorflow.python.keras.utils import conv_utils
