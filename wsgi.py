"""The doorbell: `flask --app wsgi …` and every WSGI server start here."""

from web.start import begin

app = begin()
