"""What is worked out over all KPIs: readings, judgements, changes, the agenda. Numbers and dates, no sentences."""
