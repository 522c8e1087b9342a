"""What the analyst is told: findings, and the same workbook with its cells marked."""
