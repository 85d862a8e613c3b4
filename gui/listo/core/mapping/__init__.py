"""The mapping sheet: its seven columns found in whatever workbook they stand."""
