"""Search, without knowing what is searched."""
