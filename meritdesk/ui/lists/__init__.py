"""The one list of the window: quick filter, chips, sorting, columns, views, totals, copy and export for every page.

``LineList`` is what a page puts up; it shows a ``LineTable``, whose lines are given whole or read in blocks. What is
worked out without Qt lies in ``arrangement``, ``totals`` and ``widths``.
"""
