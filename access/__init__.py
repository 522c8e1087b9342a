"""People: who may do what, and who they are."""
