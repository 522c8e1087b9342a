"""Tools that know nothing of the programme: a command line, reference files, text made harmless."""
