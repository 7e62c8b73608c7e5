"""`python -m benchmarks.entities`: the quality gate."""

from .gate import main

if __name__ == "__main__":
    main(prog_name="python -m benchmarks.entities")
