"""The doorbell: `flask --app wsgi …` and every WSGI server start here."""

from web import create_app

app = create_app()
