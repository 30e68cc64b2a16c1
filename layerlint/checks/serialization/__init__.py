"""Checks of the serialization family, one module per rule."""
