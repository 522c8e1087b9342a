"""What is said of it, in tables."""
