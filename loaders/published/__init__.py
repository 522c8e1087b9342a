"""Published figures of national bodies, as downloaded."""
