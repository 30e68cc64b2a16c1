"""Checks of the tracing family, one module per rule."""
