"""What came when: the list of versions, the points that moments lie at, and the clock held against what is stored."""
