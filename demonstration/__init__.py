"""Makes the demonstration data: a history workbook and four quarters' returns, seeded, summing to what is published."""
