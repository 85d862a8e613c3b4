"""Excel's workbooks of XML: read fast or thoroughly, changed in place as bytes, and made anew."""
