"""Help in the window: the manual at the place, *why?* behind each message, the glossary; all of it offline."""
