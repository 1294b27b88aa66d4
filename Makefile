PYTHON ?= python3

.PHONY: lab test outputs binder requirements address help

help:
	@echo "make lab           open the course in JupyterLab (PORT=8890 chooses the port)"
	@echo "make test          run every check"
	@echo "make outputs       run every notebook from a clean kernel and save what it printed"
	@echo "make binder        build the course in a clean folder, in the order in which Binder does"
	@echo "make requirements  write binder/requirements.txt anew"
	@echo "make address       give the course its public address (URL=https://github.com/someone/their-course)"

lab test outputs binder requirements address:
	@command -v $(PYTHON) >/dev/null 2>&1 || { \
	  echo "There is no $(PYTHON) here. Install Python 3.11 or newer, or name one: make $@ PYTHON=python3.12"; exit 1; }
	@$(PYTHON) tools/course.py $@ $(if $(PORT),--port $(PORT)) $(if $(filter address,$@),--url "$(URL)")
