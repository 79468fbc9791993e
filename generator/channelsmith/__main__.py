"""`python -m channelsmith`."""

from channelsmith.cli import main

if __name__ == "__main__":
    main()
