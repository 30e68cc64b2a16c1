"""Runs a rule's proof in real TensorFlow."""
