try:
    from keras.utils import conv_utils
    from keras.engine import Layer
except ImportError:
    from keras.layers import Layer
