"""How the program is packaged: the folder for Linux and Windows, the installer, the licences, the bill of materials."""
