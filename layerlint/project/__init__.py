"""Which classes of a project are Keras layers, from bytes and class headers alone."""
