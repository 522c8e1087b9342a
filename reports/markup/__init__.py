"""HTML for the pages."""
