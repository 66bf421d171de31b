"""The open data on métiers: what its files say, in the words of the guide."""
