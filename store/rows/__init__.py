"""Many rows at once, and figures as rows of the database: one statement with a list per column."""
