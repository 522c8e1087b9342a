"""The pack: one frozen snapshot of a quarter as PDF, slides, workbook and data."""
