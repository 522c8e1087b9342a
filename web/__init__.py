"""The door: what every request must be, the sessions, and the routes that are not pages."""
