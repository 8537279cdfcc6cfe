# A thin door to tasks.py, which does the work and runs without make too: python3 tasks.py run
# Options: make run STAFF=300 YEAR=2025 SEED=7 FRESH=1    make bench ONLY=import    make test PYTHON=python3.12

# Asking each candidate to run, since a version manager's shim exists even where the version does not.
PYTHON := $(shell for p in python3.13 python3.12 python3.11 python3; do \
  if "$$p" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' >/dev/null 2>&1; then echo "$$p"; break; fi; done)

VERBS := setup run test check bench faults screenshots manual build windows clean
.PHONY: help python $(VERBS)

help:
	@echo "make setup   prepare .venv with the program in it (.venv/bin/meritdesk)"
	@echo "make run     set up, build the sample city, do the year's work on it, open the window"
	@echo "make test    set up, then every check and every test"
	@echo "make check   the linter, the type checker and the import walls only"
	@echo "make bench   the set of benchmarks, twenty minutes, and bench/results/README.md"
	@echo "make faults  the fault bench, half an hour: power cuts, kills, full disks, hostile files; make faults ONLY=power"
	@echo "make screenshots  every picture of the manual anew, in both languages"
	@echo "make manual  the manual and the quick card as PDF, into dist/manual"
	@echo "make build   the program in one folder that starts without Python: dist/meritdesk"
	@echo "make windows the Windows program and its installer, made and tried under Wine: dist/MeritDesk-*-setup.exe"
	@echo "make clean   remove everything the other verbs made"

python:
ifeq ($(strip $(PYTHON)),)
	@echo "MeritDesk needs Python 3.11, 3.12 or 3.13, and none was found as python3.13, python3.12, python3.11 or python3." >&2
	@echo "On Debian or Ubuntu: sudo apt-get install python3    Elsewhere: make $(firstword $(MAKECMDGOALS)) PYTHON=/path/to/python3" >&2
	@exit 2
endif

setup test check manual build windows clean: python
	@"$(PYTHON)" tasks.py $@

run: python
	@"$(PYTHON)" tasks.py run $(if $(STAFF),--staff "$(STAFF)") $(if $(YEAR),--year "$(YEAR)") $(if $(SEED),--seed "$(SEED)") $(if $(FRESH),--fresh)

bench: python
	@"$(PYTHON)" tasks.py bench $(if $(ONLY),--only "$(ONLY)")

faults: python
	@"$(PYTHON)" tasks.py faults $(if $(ONLY),--only "$(ONLY)")

screenshots: python
	@"$(PYTHON)" tasks.py screenshots $(if $(CITY),--city "$(CITY)") $(if $(ONLY),--only "$(ONLY)")
