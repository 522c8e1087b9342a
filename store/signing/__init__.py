"""How far each quarter is from draft to published, and the packs that were sent."""
