"""What is measured and how it is judged. Pure: figures in, results out; no database, no screen."""
