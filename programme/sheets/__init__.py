"""The sheets of words that returns carry, one module each."""
