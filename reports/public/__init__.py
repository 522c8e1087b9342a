"""The public export: static pages of what is published, for any web server."""
