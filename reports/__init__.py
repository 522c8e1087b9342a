"""Results turned into things people read, on a screen or on paper."""
