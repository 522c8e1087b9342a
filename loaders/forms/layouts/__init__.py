"""The editions of the forms that this programme writes and reads, one module each."""
