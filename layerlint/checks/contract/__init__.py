"""Checks of the contract family, one module per rule."""
