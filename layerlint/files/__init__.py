"""From paths to decoded source text and back."""
