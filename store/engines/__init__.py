"""What keeps the store: a file of this machine or a PostgreSQL server, one writer at a time, and its editions."""
