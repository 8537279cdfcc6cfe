"""MeritDesk: the appraisal desk of an Indonesian government agency, offline."""

__version__ = "0.1.0"
