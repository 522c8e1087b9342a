"""Who did and saw what, each row vouching for the one before it."""
