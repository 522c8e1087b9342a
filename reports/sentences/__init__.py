"""What is said of it, in words."""
