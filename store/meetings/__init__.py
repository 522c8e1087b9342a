"""Meetings of the board, and what each role was last told between them."""
