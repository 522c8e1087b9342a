"""What is said of a figure before and after something happened, without a word of cause."""

CAUTION = "Other things changed in the same time. A difference between before and after does not show what brought it about."
