"""`python -m channelsmith`."""

from channelsmith.cli.app import main

if __name__ == "__main__":
    main()
