"""The fault bench: what MeritDesk must survive, tried by the hundred on one Linux machine (``make faults``)."""
