"""The open data on formations: what its files say, in the words of the guide."""
