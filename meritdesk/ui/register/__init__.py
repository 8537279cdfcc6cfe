"""The register in the window: units, people, who rates whom, and taking files over."""
