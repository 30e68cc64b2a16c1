"""Text edits, fixes and their application."""
