"""From bytes to a workbook: looked at first, and opened only in a guarded child process."""
