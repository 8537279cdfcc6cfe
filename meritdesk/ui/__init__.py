"""The window: pages that paint values and ask for verbs; no SQL, no file format, no rule."""
