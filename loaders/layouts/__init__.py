"""Other people's spreadsheets: layouts that were made once, by which their figures are found again and keep their cells."""
