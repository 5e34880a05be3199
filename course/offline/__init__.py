"""Reading without a connection: which lessons this device keeps. The browser does the keeping."""
