"""Dokumen: printing with preview, the register of paper, and telling whether a PDF is ours."""
