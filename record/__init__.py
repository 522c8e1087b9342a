"""Everything that was known at one moment."""
