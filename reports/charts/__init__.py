"""Charts from one builder: every chart has the same frame, works in light and dark, and draws only what may be seen."""
