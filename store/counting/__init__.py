"""Which versions count, and what each of them changed: pure replay, no SQL."""
