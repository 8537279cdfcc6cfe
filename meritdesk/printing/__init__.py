"""The press: sheets as values go in, PDF files with the forms of PermenPANRB 6/2022 come out."""
