"""From a workbook to a parsed return."""
