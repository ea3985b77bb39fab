"""`python -m policyc` is `policyc`."""

from policyc.cli.main import main

if __name__ == "__main__":
    main()
