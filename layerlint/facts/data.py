"""Data as models are given them: what shuffles them, and what keeps their order."""

from __future__ import annotations

# Functions of `keras.utils` that shuffle anew at every pass, unless they are told not to.
SHUFFLED_DATASETS = frozenset(
    {"image_dataset_from_directory", "text_dataset_from_directory", "audio_dataset_from_directory"}
)
# Methods of `ImageDataGenerator` whose iterators shuffle, unless they are told not to.
SHUFFLED_FLOWS = frozenset({"flow_from_directory", "flow_from_dataframe"})
# What these iterators tell of the samples, in the order of the files.
ROWS_OF_FLOWS = frozenset({"classes", "labels", "filenames", "filepaths"})
# Methods of `tf.data.Dataset` that leave the samples in the order in which they come.
KEEP_ORDER = frozenset(
    {"map", "batch", "prefetch", "with_options", "unbatch", "padded_batch", "take", "skip", "apply"}
    | {"as_numpy_iterator", "filter", "ignore_errors", "repeat", "rebatch", "enumerate"}
)
# Functions and methods whose result has a row for each row of what they are given.
KEEP_ROWS = frozenset(
    {"argmax", "round", "rint", "where", "astype", "cast", "reshape", "flatten", "ravel", "squeeze"}
    | {"array", "asarray", "concatenate", "concat", "stack", "hstack", "vstack", "list", "tolist"}
    | {"numpy", "expand_dims", "convert_to_tensor", "tuple", "int", "greater", "append", "extend"}
)
# Functions that are given rows whose order does not matter: what prints, and what draws shares.
ORDERLESS = frozenset({"print", "hist", "histplot", "kdeplot", "boxplot", "info", "debug", "len"})
# Functions and methods that leave the shape of what they are given first.
KEEP_SHAPE = frozenset(
    {"cast", "astype", "asarray", "convert_to_tensor", "stop_gradient", "numpy", "constant"}
    | {"array", "square", "abs"}
)
# Methods of `tf.data.Dataset` that leave each sample what it is.
KEEP_SAMPLES = frozenset({"batch", "shuffle", "prefetch", "take", "skip", "cache", "repeat"})
# Data sets of Keras whose targets are one number for each sample, `(n,)`.
LOADERS_OF_NUMBERS = frozenset({"boston_housing", "california_housing"})
# Functions of scikit-learn that give samples and such targets.
MAKERS_OF_NUMBERS = frozenset(
    {"make_regression", "make_friedman1", "make_friedman2", "make_friedman3"}
)
