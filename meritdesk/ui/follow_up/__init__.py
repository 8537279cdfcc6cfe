"""Tindak lanjut: what follows from an appraisal."""
