"""The words everybody shares: quarters, areas, workstreams, weaknesses, measures, figures, findings."""
