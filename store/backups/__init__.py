"""Copies of the whole store: to Parquet and back, by the clock or when asked, and to another house."""
