"""How words are taken out of the store for good, with all that may still hold them."""
