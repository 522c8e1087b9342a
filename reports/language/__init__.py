"""How numbers and dates are written, and the grammar of sentences."""
