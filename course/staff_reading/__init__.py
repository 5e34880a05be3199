"""The published course for those who teach and judge: they read what their students read."""
