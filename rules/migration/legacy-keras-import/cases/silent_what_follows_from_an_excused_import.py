try:
    from keras.utils import conv_utils
except ImportError:
    conv_utils = None

length = conv_utils.conv_output_length(1, 2, "same", 1)
